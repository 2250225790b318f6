module tenantproof.io/agnhost

go 1.26.0

require (
	github.com/spf13/cobra v1.10.2
	k8s.io/kubernetes v1.36.3
)

require (
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/ishidawataru/sctp v0.0.0-20250521072954-ae8eb7fa7995 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
)
