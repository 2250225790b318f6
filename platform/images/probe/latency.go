package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"
)

// latencies is how fast a server answered; times are milliseconds.
type latencies struct {
	Requests int `json:"requests"`
	Failed   int `json:"failed"`
	// Why requests failed, by what was said, and when: seconds from the first request on.
	Failures map[string][]float64 `json:"failures"`
	P50      float64              `json:"p50"`
	P99      float64              `json:"p99"`
	Max      float64              `json:"max"`
}

// latency asks at a fixed rate and does not wait for answers before it asks again: a slow server does
// not slow the questions down. Unless connections are kept, the name is looked up and a connection made
// each time: that is what a neighbour disturbs first.
func latency(words []string) error {
	flags := flag.NewFlagSet("latency", flag.ContinueOnError)
	url := flags.String("url", "", "what to get")
	rate := flags.Int("rate", 50, "requests a second")
	duration := flags.Duration("for", 5*time.Second, "how long to ask")
	kept := flags.Bool("kept", false, "keep connections open from one request to the next")
	if err := flags.Parse(words); err != nil {
		return err
	}
	client := http.Client{
		Timeout:   5 * time.Second,
		Transport: &http.Transport{DisableKeepAlives: !*kept, MaxIdleConnsPerHost: *rate},
	}
	var change sync.Mutex
	var open sync.WaitGroup
	var took []float64
	seen := latencies{Failures: map[string][]float64{}}
	ticks := time.NewTicker(time.Second / time.Duration(*rate))
	defer ticks.Stop()
	begin := time.Now()
	for ; time.Since(begin) < *duration; <-ticks.C {
		open.Add(1)
		go func() {
			defer open.Done()
			asked := time.Now()
			err := get(&client, *url)
			ms := float64(time.Since(asked).Microseconds()) / 1000
			change.Lock()
			defer change.Unlock()
			seen.Requests++
			took = append(took, ms)
			if err != nil {
				seen.Failed++
				at := math.Round(asked.Sub(begin).Seconds()*10) / 10
				seen.Failures[err.Error()] = append(seen.Failures[err.Error()], at)
			}
		}()
	}
	open.Wait()
	slices.Sort(took)
	seen.P50, seen.P99, seen.Max = took[len(took)/2], took[len(took)*99/100], took[len(took)-1]
	return json.NewEncoder(os.Stdout).Encode(seen)
}

func get(client *http.Client, url string) error {
	answer, err := client.Get(url)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode >= 500 {
		return fmt.Errorf("the answer was %s", answer.Status)
	}
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
