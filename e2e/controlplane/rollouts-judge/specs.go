package main

import (
	"encoding/json"
	"fmt"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/validation"
	analysisutil "github.com/argoproj/argo-rollouts/utils/analysis"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// What the controller would refuse: Rollouts with all they refer to, and the metrics of analysis templates.
func refuseSpecs(objects []map[string]any) (refusals []Refusal) {
	set := newSet(objects)
	for _, object := range objects {
		for _, message := range refuseObject(set, object) {
			refusals = append(refusals, Refusal{"spec", nameOf(object), message})
		}
	}
	return refusals
}

func refuseObject(set objectSet, object map[string]any) (messages []string) {
	// A panic of the controller is a refusal too.
	defer func() {
		if crash := recover(); crash != nil {
			messages = append(messages, fmt.Sprintf("panic: %v", crash))
		}
	}()
	switch object["kind"] {
	case "Rollout":
		rollout := &v1alpha1.Rollout{}
		if err := decode(object, rollout); err != nil {
			return []string{err.Error()}
		}
		return refuseRollout(set, rollout)
	case "AnalysisTemplate", "ClusterAnalysisTemplate":
		template := &v1alpha1.AnalysisTemplate{}
		if err := decode(object, template); err != nil {
			return []string{err.Error()}
		}
		if len(template.Spec.Templates) > 0 && len(template.Spec.Metrics) == 0 {
			return nil
		}
		if err := analysisutil.ValidateMetrics(template.Spec.Metrics); err != nil {
			return []string{err.Error()}
		}
	}
	return nil
}

func refuseRollout(set objectSet, rollout *v1alpha1.Rollout) (messages []string) {
	if rollout.Spec.WorkloadRef != nil && rollout.Spec.EmptyTemplate() {
		if err := set.resolveWorkload(rollout); err != nil {
			return []string{err.Error()}
		}
	}
	found := validation.ValidateRollout(rollout)
	if len(found) == 0 {
		references, err := set.references(rollout)
		if err != nil {
			return []string{err.Error()}
		}
		found = validation.ValidateRolloutReferencedResources(rollout, references)
	}
	for _, problem := range found {
		messages = append(messages, problem.Error())
	}
	return messages
}

func notFound(path *field.Path, kind, name string) error {
	return field.Invalid(path, name, kind+" not found")
}

func decode(object map[string]any, into any) error {
	text, err := json.Marshal(object)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}
