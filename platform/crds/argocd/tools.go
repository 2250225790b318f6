//go:build tools

// Package tools names what the CRDs are made from and with, so that go.mod and go.sum pin both.
package tools

import (
	_ "github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
	_ "sigs.k8s.io/controller-tools/cmd/controller-gen"
)
