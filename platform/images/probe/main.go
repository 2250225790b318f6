// Command probe is what the platform's proof runs inside a tenant's namespace. It observes and judges
// nothing: whether an observation is a breach is for the caller to say.
//
//	probe serve    answers on ports with who it is, and prints lines on order
//	probe run      reads checks from standard input, one JSON object a line, tries many of them at once
//	               and writes one JSON object a line for each
//	probe say      has the serving process of this pod print a line
//	probe window   measures which first packets of a new pod pass
//	probe latency  measures how fast a server answers
//	probe hog      uses up one kind of resource
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		signal := <-signals
		if len(os.Args) > 1 && os.Args[1] == "hog" {
			// It was stopped, and must not look as if it had come to its own end.
			os.Exit(128 + int(signal.(syscall.Signal)))
		}
		os.Exit(0)
	}()
	if err := command(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "probe:", err)
		os.Exit(2)
	}
}

func command(words []string) error {
	if len(words) == 0 {
		return fmt.Errorf("say what to do: serve, run, say, window, latency or hog")
	}
	switch words[0] {
	case "serve":
		return serve(words[1:])
	case "run":
		return run(words[1:], os.Stdin, os.Stdout)
	case "say":
		return say(words[1:])
	case "window":
		return window(words[1:])
	case "latency":
		return latency(words[1:])
	case "hog":
		return hog(words[1:])
	}
	return fmt.Errorf("%q is none of serve, run, say, window, latency, hog", words[0])
}
