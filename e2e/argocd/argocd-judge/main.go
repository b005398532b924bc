// argocd-judge says what Argo CD's own code makes of live objects and Git: which are out of sync, and what a sync that
// respects ignored differences would apply. It reads a question as JSON from standard input and prints the answer as JSON.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
	argodiff "github.com/argoproj/argo-cd/v3/util/argo/diff"
	"github.com/argoproj/argo-cd/v3/util/argo/normalizers"
	"github.com/argoproj/gitops-engine/pkg/utils/kube"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/client-go/tools/clientcmd"
)

const manager = "argocd-controller"

// Question is what Argo CD would compare for an Application: each object of Git beside the one in the cluster.
type Question struct {
	Live              []map[string]any                     `json:"live"`
	Git               []map[string]any                     `json:"git"`
	IgnoreDifferences []v1alpha1.ResourceIgnoreDifferences `json:"ignoreDifferences"`
	// ServerSide asks the API server what an apply would give, as the server-side diff strategy does.
	ServerSide bool `json:"serverSide"`
}

// Answer names the objects as "Kind name".
type Answer struct {
	OutOfSync []string         `json:"outOfSync"`
	Respected []map[string]any `json:"respected"`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "argocd-judge:", err)
		os.Exit(1)
	}
}

func run() error {
	var question Question
	if err := json.NewDecoder(os.Stdin).Decode(&question); err != nil {
		return err
	}
	config, err := configOf(question)
	if err != nil {
		return err
	}
	answer := Answer{OutOfSync: []string{}, Respected: []map[string]any{}}
	for i := range question.Git {
		live, git := &unstructured.Unstructured{Object: question.Live[i]}, &unstructured.Unstructured{Object: question.Git[i]}
		name := git.GetKind() + " " + git.GetName()
		result, err := argodiff.StateDiff(live, git, config)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if result.Modified {
			answer.OutOfSync = append(answer.OutOfSync, name)
		}
		respected, err := respect(live, git, config)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		answer.Respected = append(answer.Respected, respected)
	}
	return json.NewEncoder(os.Stdout).Encode(answer)
}

func configOf(question Question) (argodiff.DiffConfig, error) {
	builder := argodiff.NewDiffConfigBuilder().
		WithDiffSettings(question.IgnoreDifferences, nil, false, normalizers.IgnoreNormalizerOpts{}).
		WithTracking("app.kubernetes.io/instance", string(v1alpha1.TrackingMethodAnnotation)).
		WithManager(manager).
		WithNoCache()
	if !question.ServerSide {
		return builder.Build()
	}
	cluster, err := clientcmd.BuildConfigFromFlags("", os.Getenv("KUBECONFIG"))
	if err != nil {
		return nil, err
	}
	runner, err := newDryRunner(cluster)
	if err != nil {
		return nil, err
	}
	_, parser, err := (&kube.KubectlCmd{}).LoadOpenAPISchema(cluster)
	if err != nil {
		return nil, err
	}
	return builder.WithServerSideDiff(true).WithServerSideDryRunner(runner).WithGVKParser(parser).Build()
}
