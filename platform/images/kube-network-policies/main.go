// Command kube-network-policies enforces NetworkPolicies on a node with upstream's controller. Upstream's
// own main runs in a pod only; this one is a process of the node, like k3s' policy controller, so that
// policies are in force before the first pod starts and no tenant can reach the process that guards it.
package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/klog/v2"
	"sigs.k8s.io/kube-network-policies/pkg/networkpolicy"
)

// noTable is a name that the kernel refuses: it is longer than NFT_NAME_MAXLEN, linux/netfilter/nf_tables.h.
// The node has its own rules that send packets here. The controller would make its table anew whenever a pod
// comes or goes, and each time the kernel drops all packets that wait for a word, whosever they are
// (nf_queue_nf_hook_drop): a tenant that starts pods would take packets from all others.
var noTable = strings.Repeat("none", 65)

func main() {
	klog.InitFlags(nil)
	kubeconfig := flag.String("kubeconfig", "", "file with the address of the cluster and who this is")
	node := flag.String("hostname-override", "", "name of this node in the cluster")
	queue := flag.Int("nfqueue-id", 100, "netfilter queue that new connections of pods are sent to")
	metrics := flag.String("metrics-bind-address", "", "address and port that verdicts are counted at; empty: none")
	flag.Parse()
	if err := run(*kubeconfig, *node, *queue, *metrics); err != nil {
		fmt.Fprintln(os.Stderr, "kube-network-policies:", err)
		os.Exit(1)
	}
}

func run(kubeconfig, node string, queue int, metrics string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return fmt.Errorf("reading %s: %w", kubeconfig, err)
	}
	client, err := kubernetes.NewForConfig(inProtobuf(config))
	if err != nil {
		return fmt.Errorf("preparing a client of %s: %w", config.Host, err)
	}

	resources := informers.NewSharedInformerFactory(client, 0)
	controller, err := networkpolicy.NewController(
		client,
		resources.Networking().V1().NetworkPolicies(),
		resources.Core().V1().Namespaces(),
		resources.Core().V1().Pods(),
		nil, nil, nil, nil, // admin network policies are not served
		networkpolicy.Config{NodeName: node, QueueID: queue, NFTableName: noTable},
	)
	if err != nil {
		return fmt.Errorf("preparing the controller: %w", err)
	}
	if metrics != "" {
		if err := serveMetrics(metrics); err != nil {
			return err
		}
	}
	resources.Start(ctx.Done())
	return controller.Run(ctx)
}

// serveMetrics returns once the address is taken; requests are answered until the program ends.
func serveMetrics(address string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("serving metrics: %w", err)
	}
	paths := http.NewServeMux()
	paths.Handle("GET /metrics", promhttp.Handler())
	server := http.Server{Handler: paths, ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second}
	go func() {
		klog.Error(server.Serve(listener), "metrics are not served any more")
	}()
	return nil
}

// inProtobuf asks for Kubernetes' own encoding, which costs less than JSON.
func inProtobuf(config *rest.Config) *rest.Config {
	config.AcceptContentTypes = "application/vnd.kubernetes.protobuf,application/json"
	config.ContentType = "application/vnd.kubernetes.protobuf"
	return config
}
