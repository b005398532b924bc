package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"cdk8s-rollouts/e2e/controlplane/kubelet"

	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
)

type options struct {
	dir                string
	rolloutsController string
	crds               []string
	restartAfter       time.Duration
	kubelet            kubelet.Options
}

func parse(args []string) (options, error) {
	var o options
	var crds string
	flags := flag.NewFlagSet("up", flag.ContinueOnError)
	flags.StringVar(&o.dir, "dir", "", "folder for all data, keys and logs")
	flags.StringVar(&o.rolloutsController, "rollouts-controller", "", "the Argo Rollouts controller's binary")
	flags.StringVar(&crds, "crds", "", "files or folders of CustomResourceDefinitions, separated by commas")
	flags.DurationVar(&o.restartAfter, "restart-after", 3*time.Second, "how long a killed component stays away")
	flags.DurationVar(&o.kubelet.ReadyAfter, "ready-after", 300*time.Millisecond, "how long a pod takes to get ready")
	flags.DurationVar(&o.kubelet.GoneAfter, "gone-after", 2*time.Second, "how long a deleted pod still runs")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	o.crds = strings.Split(crds, ",")
	if o.dir == "" || o.rolloutsController == "" || crds == "" {
		return o, errors.New("--dir, --rollouts-controller and --crds are needed")
	}
	return o, nil
}

// Brings everything up, says so on standard output in one line of JSON, and takes it down when standard input ends.
func up(args []string) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()

	etcd, err := startEtcd(filepath.Join(o.dir, "etcd"))
	if err != nil {
		return err
	}
	defer etcd.Close()
	cluster, err := newCluster(o.dir, etcd.endpoint)
	if err != nil {
		return err
	}
	children := newSupervisor(o.dir, o.restartAfter)
	defer children.stop()
	kubelets, err := start(ctx, o, cluster, children)
	if err != nil {
		return err
	}
	defer kubelets()

	ready, _ := json.Marshal(map[string]string{"kubeconfig": cluster.kubeconfig, "pids": children.pidFile})
	fmt.Println(string(ready))
	<-ctx.Done()
	return nil
}

func start(ctx context.Context, o options, cluster *cluster, children *supervisor) (func(), error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	children.run(child{name: kubeAPIServer, path: self, args: append([]string{kubeAPIServer}, cluster.apiServerFlags()...)})
	config, err := clientcmd.BuildConfigFromFlags("", cluster.kubeconfig)
	if err != nil {
		return nil, err
	}
	config.QPS, config.Burst = 500, 1000
	if err := prepare(ctx, config, o.crds); err != nil {
		return nil, err
	}
	children.run(child{
		name: kubeControllerManager, path: self,
		args: append([]string{kubeControllerManager}, cluster.controllerManagerFlags()...),
	})
	children.run(child{name: rolloutsController, path: o.rolloutsController, args: cluster.rolloutsControllerFlags()})
	return runKubelet(ctx, config, o.kubelet)
}

func prepare(ctx context.Context, config *rest.Config, crds []string) error {
	if err := waitReady(ctx, config); err != nil {
		return err
	}
	return applyCRDs(ctx, config, crds)
}

func runKubelet(ctx context.Context, config *rest.Config, o kubelet.Options) (func(), error) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	k, err := kubelet.New(config, o)
	if err != nil {
		cancel()
		return nil, err
	}
	if err := k.Register(ctx); err != nil {
		cancel()
		return nil, err
	}
	go func() {
		defer close(done)
		k.Run(ctx)
	}()
	return func() {
		cancel()
		<-done
	}, nil
}
