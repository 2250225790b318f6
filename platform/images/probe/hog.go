package main

import (
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"time"
)

// hog takes all it can get of one resource and says where it was stopped.
func hog(words []string) error {
	flags := flag.NewFlagSet("hog", flag.ContinueOnError)
	duration := flags.Duration("for", 5*time.Second, "how long to hold what it got")
	target := flags.String("target", "", "whom to open connections to")
	if len(words) == 0 {
		return fmt.Errorf("say what to use up: cpu, memory, processes, disk or connections")
	}
	if err := flags.Parse(words[1:]); err != nil {
		return err
	}
	var got string
	switch words[0] {
	case "cpu":
		got = takeCPU(*duration)
	case "memory":
		got = takeMemory(*duration)
	case "processes":
		got = takeProcesses(*duration)
	case "disk":
		got = takeDisk(*duration)
	case "connections":
		got = takeConnections(*target, *duration)
	case "nothing": // what takeProcesses starts many of
		time.Sleep(*duration)
		return nil
	default:
		return fmt.Errorf("%q is none of cpu, memory, processes, disk, connections", words[0])
	}
	fmt.Println(got)
	return nil
}

func takeCPU(duration time.Duration) string {
	end := time.Now().Add(duration)
	for range 4 * runtime.NumCPU() {
		go func() {
			for time.Now().Before(end) {
			}
		}()
	}
	time.Sleep(duration)
	return fmt.Sprintf("spun on %d processors", runtime.NumCPU())
}

func takeMemory(duration time.Duration) string {
	end := time.Now().Add(duration)
	var held [][]byte
	for time.Now().Before(end) && len(held) < 4096 {
		block := make([]byte, 4<<20)
		for i := 0; i < len(block); i += os.Getpagesize() {
			block[i] = 1
		}
		held = append(held, block)
	}
	return fmt.Sprintf("took %d MiB and was not stopped", 4*len(held))
}

func takeProcesses(duration time.Duration) string {
	const most = 8000
	for started := range most {
		process := exec.Command(os.Args[0], "hog", "nothing", "-for", duration.String())
		if err := process.Start(); err != nil {
			time.Sleep(duration)
			return fmt.Sprintf("stopped at %d processes: %v", started, err)
		}
	}
	return fmt.Sprintf("started %d processes and was not stopped", most)
}

// It stops by itself long after any limit: what it fills is a disk of the machine.
func takeDisk(duration time.Duration) string {
	const most = 256
	end := time.Now().Add(duration)
	file, err := os.CreateTemp("", "hog")
	if err != nil {
		return "stopped: " + err.Error()
	}
	defer os.Remove(file.Name())
	block := make([]byte, 1<<20)
	written := 0
	for time.Now().Before(end) && written < most {
		if _, err := file.Write(block); err != nil {
			return fmt.Sprintf("stopped at %d MiB: %v", written, err)
		}
		written++
	}
	time.Sleep(time.Until(end))
	return fmt.Sprintf("wrote %d MiB and was not stopped", written)
}

func takeConnections(target string, duration time.Duration) string {
	end := time.Now().Add(duration)
	var held []net.Conn
	for time.Now().Before(end) && len(held) < 10000 {
		connection, err := net.DialTimeout("tcp", target, time.Second)
		if err != nil {
			time.Sleep(time.Until(end))
			return fmt.Sprintf("stopped at %d connections: %v", len(held), err)
		}
		held = append(held, connection)
	}
	return fmt.Sprintf("opened %d connections and was not stopped", len(held))
}
