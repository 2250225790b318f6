package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/miekg/dns"
)

// question asks a DNS server, never a cache: what it learns is what any program of the tenant learns.
func question(wanted check, attempt time.Duration) (string, string) {
	kind, known := dns.StringToType[wanted.Type]
	if !known {
		return failed, fmt.Sprintf("%q is no type of a DNS record", wanted.Type)
	}
	message := new(dns.Msg).SetQuestion(dns.Fqdn(wanted.Name), kind)
	client := dns.Client{Timeout: attempt}
	answer, _, err := client.Exchange(message, wanted.Target)
	if err != nil {
		return outcomeOf(err)
	}
	if len(answer.Answer) == 0 {
		return refused, dns.RcodeToString[answer.Rcode] + ", no record"
	}
	return allowed, records(answer.Answer)
}

// transfer asks for all names of a zone.
func transfer(wanted check, attempt time.Duration) (string, string) {
	message := new(dns.Msg).SetAxfr(dns.Fqdn(wanted.Name))
	client := dns.Transfer{DialTimeout: attempt, ReadTimeout: attempt}
	envelopes, err := client.In(message, wanted.Target)
	if err != nil {
		return outcomeOf(err)
	}
	var found []dns.RR
	var last error
	for envelope := range envelopes {
		found = append(found, envelope.RR...)
		last = envelope.Error
	}
	if len(found) > 0 {
		return allowed, records(found)
	}
	if last != nil {
		if outcome, seen := outcomeOf(last); outcome == dropped {
			return outcome, seen
		}
		return refused, last.Error()
	}
	return refused, "no record"
}

func records(found []dns.RR) string {
	texts := make([]string, 0, 3)
	for _, record := range found[:min(3, len(found))] {
		texts = append(texts, strings.Join(strings.Fields(record.String()), " "))
	}
	return fmt.Sprintf("%d records: %s", len(found), strings.Join(texts, "; "))
}
