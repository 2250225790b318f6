// Command agnhost is the part of Kubernetes' image of that name which Cyclonus uses: it serves and it
// connects. All of the image's commands would need modules that nothing else here does.
package main

import (
	"os"

	"github.com/spf13/cobra"
	"k8s.io/kubernetes/test/images/agnhost/connect"
	servehostname "k8s.io/kubernetes/test/images/agnhost/serve-hostname"
)

func main() {
	root := &cobra.Command{Use: "agnhost"}
	root.AddCommand(connect.CmdConnect, servehostname.CmdServeHostname)
	if root.Execute() != nil {
		os.Exit(1)
	}
}
