package main

import (
	"context"
	"fmt"
	"net"
	"sync"
	"time"
)

// How long a name is looked up: a slow server of names says nothing about the way to what it names.
const lookup = 10 * time.Second

// book keeps what names lead to, each looked up once.
type book struct {
	access sync.Mutex
	pages  map[string]func() (string, error)
}

func newBook() *book {
	return &book{pages: map[string]func() (string, error){}}
}

// of is a target with its name replaced by its address; one without a name stays.
func (b *book) of(target string) (string, error) {
	host, port, err := net.SplitHostPort(target)
	if err != nil {
		return "", err
	}
	if net.ParseIP(host) != nil {
		return target, nil
	}
	b.access.Lock()
	page, known := b.pages[host]
	if !known {
		page = sync.OnceValues(func() (string, error) { return address(host) })
		b.pages[host] = page
	}
	b.access.Unlock()
	found, err := page()
	return net.JoinHostPort(found, port), err
}

func address(host string) (string, error) {
	limit, cancel := context.WithTimeout(context.Background(), lookup)
	defer cancel()
	found, err := net.DefaultResolver.LookupHost(limit, host)
	if err != nil {
		return "", err
	}
	if len(found) == 0 {
		return "", fmt.Errorf("lookup %s: no address", host)
	}
	return found[0], nil
}
