package main

import (
	"encoding/json"

	argodiff "github.com/argoproj/argo-cd/v3/util/argo/diff"
	jsonpatch "github.com/evanphx/json-patch"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
	"k8s.io/client-go/kubernetes/scheme"
)

// Gives what a sync with RespectIgnoreDifferences applies. Argo CD keeps this step to itself, so it is done again here from
// its exported parts: what its normalisation takes away from the live object is merged into the normalised object of Git,
// in the strategic way for kinds of Kubernetes and as a JSON merge patch, which replaces whole lists, for all others.
func respect(live, git *unstructured.Unstructured, config argodiff.DiffConfig) (map[string]any, error) {
	normalized, err := argodiff.Normalize([]*unstructured.Unstructured{live}, []*unstructured.Unstructured{git}, config)
	if err != nil {
		return nil, err
	}
	without, target := normalized.Lives[0], normalized.Targets[0]
	known, unknown := scheme.Scheme.New(git.GroupVersionKind())
	patch := func(from, to []byte) ([]byte, error) { return jsonpatch.CreateMergePatch(from, to) }
	apply := jsonpatch.MergePatch
	if unknown == nil {
		patch = func(from, to []byte) ([]byte, error) { return strategicpatch.CreateTwoWayMergePatch(from, to, known) }
		apply = func(object, changes []byte) ([]byte, error) {
			return strategicpatch.StrategicMergePatch(object, changes, known)
		}
	}
	ignored, err := betweenJSON(without, live, patch)
	if err != nil {
		return nil, err
	}
	text, err := target.MarshalJSON()
	if err != nil {
		return nil, err
	}
	merged, err := apply(text, ignored)
	if err != nil {
		return nil, err
	}
	var result map[string]any
	return result, json.Unmarshal(merged, &result)
}

func betweenJSON(from, to *unstructured.Unstructured, patch func(from, to []byte) ([]byte, error)) ([]byte, error) {
	before, err := from.MarshalJSON()
	if err != nil {
		return nil, err
	}
	after, err := to.MarshalJSON()
	if err != nil {
		return nil, err
	}
	return patch(before, after)
}
