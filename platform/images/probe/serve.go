package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

// What every answer of a serving probe begins with.
const identityMark = "tenantproof-probe"

// Where the serving process takes orders: inside the pod only.
const orders = "127.0.0.1:9797"

// identity says who answers; the pod is told its own name by its environment.
func identity() string {
	return fmt.Sprintf("%s %s/%s", identityMark, os.Getenv("POD_NAMESPACE"), os.Getenv("POD_NAME"))
}

func serve(words []string) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	tcpPorts := flags.String("tcp", "8080", "ports to answer HTTP on, with commas between")
	udpPorts := flags.String("udp", "", "ports to answer datagrams on, with commas between")
	metrics := flags.String("metrics", "", "what /metrics says, on each port")
	if err := flags.Parse(words); err != nil {
		return err
	}
	ended := make(chan error)
	pages := http.NewServeMux()
	pages.HandleFunc("/", func(answer http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(answer, identity())
	})
	pages.HandleFunc("/metrics", func(answer http.ResponseWriter, _ *http.Request) {
		answer.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		fmt.Fprintln(answer, *metrics)
	})
	for _, port := range ports(*tcpPorts) {
		go func() { ended <- server(":"+port, pages).ListenAndServe() }()
	}
	for _, port := range ports(*udpPorts) {
		go func() { ended <- answerDatagrams(port) }()
	}
	go func() { ended <- server(orders, printer()).ListenAndServe() }()
	return <-ended
}

func ports(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' })
}

func server(address string, handler http.Handler) *http.Server {
	return &http.Server{
		Addr: address, Handler: handler, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute,
	}
}

func answerDatagrams(port string) error {
	socket, err := net.ListenPacket("udp", ":"+port)
	if err != nil {
		return err
	}
	datagram := make([]byte, 1500)
	for {
		_, from, err := socket.ReadFrom(datagram)
		if err != nil {
			return err
		}
		socket.WriteTo([]byte(identity()+"\n"), from)
	}
}

// printer writes what it is sent to this process's output, which is the log of the container.
func printer() http.Handler {
	var whole sync.Mutex
	return http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		line, err := io.ReadAll(io.LimitReader(request.Body, 64<<10))
		if err != nil {
			http.Error(answer, err.Error(), http.StatusBadRequest)
			return
		}
		whole.Lock()
		defer whole.Unlock()
		fmt.Println(string(bytes.TrimRight(line, "\n")))
	})
}

func say(words []string) error {
	answer, err := http.Post("http://"+orders, "text/plain", strings.NewReader(strings.Join(words, " ")))
	if err != nil {
		return err
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("the serving process answered %s", answer.Status)
	}
	return nil
}
