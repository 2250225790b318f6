package main

import (
	"flag"
	"fmt"
	"net"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"time"
)

// hog takes all it can get of one resource and says where it was stopped.
func hog(words []string) error {
	flags := flag.NewFlagSet("hog", flag.ContinueOnError)
	duration := flags.Duration("for", 5*time.Second, "how long to hold what it got")
	most := flags.Int("most", 16384, "MiB of memory, or number of processes, to stop at")
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
		got = takeMemory(*duration, *most)
	case "processes":
		got = takeProcesses(*duration, *most)
	case "disk":
		got = takeDisk(*duration)
	case "connections":
		got = takeConnections(*target, *duration)
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
	return fmt.Sprintf("spun on %d processors, %s", runtime.NumCPU(), processorLimit())
}

// What the kernel gives this container, by cgroup v2 and v1
// (https://docs.kernel.org/scheduler/sched-bwc.html). What it used says less: on a busy machine nobody
// reaches a limit.
func processorLimit() string {
	words := strings.Fields(content("/sys/fs/cgroup/cpu.max"))
	if len(words) == 0 {
		words = []string{
			strings.TrimSpace(content("/sys/fs/cgroup/cpu/cpu.cfs_quota_us")),
			strings.TrimSpace(content("/sys/fs/cgroup/cpu/cpu.cfs_period_us")),
		}
	}
	quota, err := strconv.ParseFloat(words[0], 64)
	switch {
	case words[0] == "":
		return "and its limit can't be read"
	case err != nil || quota < 0: // max in v2, -1 in v1
		return "and was not stopped"
	}
	period, err := strconv.ParseFloat(words[len(words)-1], 64)
	if err != nil {
		return "and its limit can't be read"
	}
	return fmt.Sprintf("stopped at %.2f of them", quota/period)
}

func content(file string) string {
	bytes, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	return string(bytes)
}

func takeMemory(duration time.Duration, most int) string {
	end := time.Now().Add(duration)
	var held [][]byte
	for time.Now().Before(end) && 4*len(held) < most {
		block := make([]byte, 4<<20)
		for i := 0; i < len(block); i += os.Getpagesize() {
			block[i] = 1
		}
		held = append(held, block)
	}
	return fmt.Sprintf("took %d MiB and was not stopped", 4*len(held))
}

// Threads count as processes do, and cost less memory; the limit of the memory must not be met first.
// The Go runtime ends the program when the kernel refuses one, and says how many there were.
func takeProcesses(duration time.Duration, most int) string {
	debug.SetMaxThreads(2 * most)
	var started sync.WaitGroup
	end := make(chan bool)
	for range most {
		started.Add(1)
		go func() {
			runtime.LockOSThread()
			started.Done()
			<-end
		}()
	}
	started.Wait()
	time.Sleep(duration)
	return fmt.Sprintf("started %d threads and was not stopped", most)
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
			time.Sleep(time.Until(end))
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
