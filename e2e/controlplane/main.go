// controlplane runs a real Kubernetes control plane with the real Argo Rollouts controller, and a kubelet that only
// pretends to run pods, on loopback and in one folder. It ends when its standard input does, so it never outlives the
// test that started it.
package main

import (
	"fmt"
	"os"

	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllermanager "k8s.io/kubernetes/cmd/kube-controller-manager/app"
)

// The children are this program again: one binary to build and to link.
func main() {
	if len(os.Args) < 2 {
		usage()
	}
	command := os.Args[1]
	os.Args = append(os.Args[:1], os.Args[2:]...)
	switch command {
	case "up":
		if err := up(os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, "controlplane:", err)
			os.Exit(1)
		}
	case kubeAPIServer:
		os.Exit(cli.Run(apiserver.NewAPIServerCommand()))
	case kubeControllerManager:
		os.Exit(cli.Run(controllermanager.NewControllerManagerCommand()))
	default:
		usage()
	}
}

func usage() {
	fmt.Fprintln(os.Stderr, "usage: controlplane up --dir FOLDER --rollouts-controller FILE --crds FILE[,FILE...]")
	os.Exit(2)
}
