package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"syscall"
	"time"
)

// check is one thing to try: for how long, and how long one attempt may take.
type check struct {
	ID        string `json:"id"`
	Kind      string `json:"kind"` // tcp, udp, dns or transfer
	Target    string `json:"target"`
	Name      string `json:"name"` // of a DNS question
	Type      string `json:"type"` // of a DNS question: A, SRV, PTR …
	AttemptMs int    `json:"attemptMs"`
	ForMs     int    `json:"forMs"`
}

// observation is what was seen: the first attempt that got through, or else the last one.
type observation struct {
	ID       string `json:"id"`
	Outcome  string `json:"outcome"`
	Seen     string `json:"seen"`
	Attempts int    `json:"attempts"`
	Ms       int64  `json:"ms"`
}

const (
	allowed = "allowed" // an answer came, or a connection was made
	refused = "refused" // somebody said no: reset, unreachable, prohibited, no such name
	dropped = "dropped" // nothing came back at all
	failed  = "failed"  // the attempt itself could not be made: this says nothing about the way
)

// What names lead to, for all checks of a run.
var addresses = newBook()

// Sockets that are open at once unless the caller says otherwise; more would run into the limit of open
// files.
const mostTogether = 400

// run tries the checks of the input, as many together and as fast one after another as it is told, and
// writes an observation as soon as it is made.
func run(words []string, input io.Reader, output io.Writer) error {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	together := flags.Int("together", mostTogether, "checks at once")
	pause := flags.Duration("pause", 0, "from the start of one check to that of the next")
	if err := flags.Parse(words); err != nil {
		return err
	}
	var written sync.Mutex
	var open sync.WaitGroup
	lines := json.NewEncoder(output)
	places := make(chan struct{}, min(max(*together, 1), mostTogether))
	turn := turns(*pause)
	scanner := bufio.NewScanner(input)
	for scanner.Scan() {
		line := scanner.Bytes()
		if len(line) == 0 {
			break // the end of the list: a connection kept open by the caller has no other end
		}
		var wanted check
		if err := json.Unmarshal(line, &wanted); err != nil {
			return fmt.Errorf("a check is no JSON object: %w", err)
		}
		open.Add(1)
		go func() {
			defer open.Done()
			places <- struct{}{}
			defer func() { <-places }()
			turn()
			seen := observe(wanted)
			written.Lock()
			defer written.Unlock()
			lines.Encode(seen)
		}()
	}
	open.Wait()
	return scanner.Err()
}

// turns returns what waits for one's turn to start. First packets that come all at once wait in a queue of
// the node, which is not endless.
func turns(pause time.Duration) func() {
	if pause <= 0 {
		return func() {}
	}
	ticks := time.NewTicker(pause).C
	return func() { <-ticks }
}

func observe(wanted check) observation {
	begin := time.Now()
	end := begin.Add(time.Duration(wanted.ForMs) * time.Millisecond)
	attempt := time.Duration(wanted.AttemptMs) * time.Millisecond
	seen := observation{ID: wanted.ID}
	target, err := addresses.of(wanted.Target)
	if err != nil {
		seen.Outcome, seen.Seen, seen.Ms = failed, err.Error(), time.Since(begin).Milliseconds()
		return seen
	}
	wanted.Target = target
	end = end.Add(time.Since(begin))
	for {
		seen.Attempts++
		seen.Outcome, seen.Seen = try(wanted, attempt)
		if seen.Outcome == allowed || !time.Now().Before(end) {
			seen.Ms = time.Since(begin).Milliseconds()
			return seen
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func try(wanted check, attempt time.Duration) (string, string) {
	switch wanted.Kind {
	case "tcp":
		return tcp(wanted.Target, attempt)
	case "udp":
		return udp(wanted.Target, attempt)
	case "dns":
		return question(wanted, attempt)
	case "transfer":
		return transfer(wanted, attempt)
	}
	return failed, fmt.Sprintf("%q is no kind of check", wanted.Kind)
}

// tcp counts a connection as a way through, whatever the server says; what it says tells who it is.
func tcp(target string, attempt time.Duration) (string, string) {
	connection, err := net.DialTimeout("tcp", target, attempt)
	if err != nil {
		return outcomeOf(err)
	}
	defer connection.Close()
	connection.SetDeadline(time.Now().Add(attempt))
	io.WriteString(connection, "GET / HTTP/1.0\r\n\r\n")
	answer, _ := io.ReadAll(io.LimitReader(connection, 512))
	return allowed, "connected; " + summary(answer)
}

func udp(target string, attempt time.Duration) (string, string) {
	connection, err := net.DialTimeout("udp", target, attempt)
	if err != nil {
		return outcomeOf(err)
	}
	defer connection.Close()
	connection.SetDeadline(time.Now().Add(attempt))
	if _, err := io.WriteString(connection, "who are you?\n"); err != nil {
		return outcomeOf(err)
	}
	answer := make([]byte, 512)
	length, err := connection.Read(answer)
	if err != nil {
		return outcomeOf(err)
	}
	return allowed, "answered; " + summary(answer[:length])
}

func summary(answer []byte) string {
	text := string(answer)
	if _, body, found := strings.Cut(text, "\r\n\r\n"); found && strings.Contains(body, identityMark) {
		text = body
	}
	text = strings.ToValidUTF8(strings.SplitN(strings.TrimSpace(text), "\n", 2)[0], "?")
	if len(text) > 120 {
		text = text[:120]
	}
	if text == "" {
		return "it said nothing"
	}
	return "it said: " + text
}

// outcomeOf tells a way that is closed from an attempt that could not be made.
func outcomeOf(err error) (string, string) {
	var name *net.DNSError
	var timeout net.Error
	switch {
	case errors.As(err, &name):
		return failed, err.Error()
	case errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, syscall.ECONNRESET),
		errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.EACCES),
		errors.Is(err, syscall.EPERM):
		return refused, err.Error()
	case errors.As(err, &timeout) && timeout.Timeout(), errors.Is(err, context.DeadlineExceeded):
		return dropped, err.Error()
	}
	return failed, err.Error()
}
