package main

import (
	"encoding/json"
	"flag"
	"os"
	"sync"
	"time"
)

// passage is when packets to a target passed, in milliseconds since this program began.
type passage struct {
	Target      string  `json:"target"`
	Attempts    int     `json:"attempts"`
	Allowed     int     `json:"allowed"`
	FirstPassed float64 `json:"firstPassedMs"` // -1: none did
	LastPassed  float64 `json:"lastPassedMs"`  // -1: none did
	FirstClosed float64 `json:"firstClosedMs"` // -1: none was
}

// window tries targets from the first moment of the pod on, again and again: a policy that is put in
// force late lets the first packets through.
func window(words []string) error {
	begin := time.Now()
	flags := flag.NewFlagSet("window", flag.ContinueOnError)
	duration := flags.Duration("for", 3*time.Second, "how long to try")
	every := flags.Duration("every", 5*time.Millisecond, "how long after one attempt the next begins")
	attempt := flags.Duration("attempt", 300*time.Millisecond, "how long one attempt may take")
	if err := flags.Parse(words); err != nil {
		return err
	}
	var open sync.WaitGroup
	passages := make([]passage, flags.NArg())
	for i, target := range flags.Args() {
		open.Add(1)
		go func() {
			defer open.Done()
			passages[i] = watch(target, begin, *duration, *every, *attempt)
		}()
	}
	open.Wait()
	for _, one := range passages {
		json.NewEncoder(os.Stdout).Encode(one)
	}
	return nil
}

// Attempts overlap: one that is dropped must not hide those after it.
func watch(target string, begin time.Time, duration, every, attempt time.Duration) passage {
	seen := passage{Target: target, FirstPassed: -1, LastPassed: -1, FirstClosed: -1}
	var change sync.Mutex
	var open sync.WaitGroup
	ticks := time.NewTicker(every)
	defer ticks.Stop()
	for ; time.Since(begin) < duration; <-ticks.C {
		open.Add(1)
		go func() {
			defer open.Done()
			at := float64(time.Since(begin).Microseconds()) / 1000
			outcome, _ := tcp(target, attempt)
			change.Lock()
			defer change.Unlock()
			seen.Attempts++
			switch {
			case outcome == allowed:
				seen.Allowed++
				if seen.FirstPassed < 0 || at < seen.FirstPassed {
					seen.FirstPassed = at
				}
				seen.LastPassed = max(seen.LastPassed, at)
			case seen.FirstClosed < 0 || at < seen.FirstClosed:
				seen.FirstClosed = at
			}
		}()
	}
	open.Wait()
	return seen
}
