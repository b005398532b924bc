package main

import (
	"fmt"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/validation"
	analysisutil "github.com/argoproj/argo-rollouts/utils/analysis"
	ingressutil "github.com/argoproj/argo-rollouts/utils/ingress"
	istioutil "github.com/argoproj/argo-rollouts/utils/istio"
	corev1 "k8s.io/api/core/v1"
	networking "k8s.io/api/networking/v1"
	v1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// The objects by kind, namespace and name. The controller looks its references up in informers; here they are looked up in
// what was given, in the same order and with the same refusals.
type objectSet map[string]map[string]any

func newSet(objects []map[string]any) objectSet {
	set := objectSet{}
	for _, object := range objects {
		metadata, _ := object["metadata"].(map[string]any)
		namespace, _ := metadata["namespace"].(string)
		set[fmt.Sprintf("%v/%s/%v", object["kind"], namespace, metadata["name"])] = object
	}
	return set
}

func (s objectSet) find(kind, namespace, name string, into any) bool {
	object, ok := s[kind+"/"+namespace+"/"+name]
	return ok && decode(object, into) == nil
}

func (s objectSet) resolveWorkload(rollout *v1alpha1.Rollout) error {
	reference := rollout.Spec.WorkloadRef
	workload := struct {
		Spec struct {
			Selector *v1.LabelSelector      `json:"selector"`
			Template corev1.PodTemplateSpec `json:"template"`
		} `json:"spec"`
	}{}
	if !s.find(reference.Kind, rollout.Namespace, reference.Name, &workload) {
		return notFound(field.NewPath("spec", "workloadRef", "name"), reference.Kind, reference.Name)
	}
	rollout.Spec.SetResolvedTemplate(workload.Spec.Template)
	if rollout.Spec.Selector == nil {
		rollout.Spec.SetResolvedSelector(workload.Spec.Selector)
	}
	return nil
}

func (s objectSet) references(rollout *v1alpha1.Rollout) (validation.ReferencedResources, error) {
	result := validation.ReferencedResources{}
	for _, collect := range []func(*v1alpha1.Rollout, *validation.ReferencedResources) error{
		s.services, s.analyses, s.ingresses, s.virtualServices,
	} {
		if err := collect(rollout, &result); err != nil {
			return result, err
		}
	}
	return result, nil
}

func (s objectSet) services(rollout *v1alpha1.Rollout, result *validation.ReferencedResources) error {
	type named struct {
		name string
		role validation.ServiceType
	}
	names := []named{}
	if blueGreen := rollout.Spec.Strategy.BlueGreen; blueGreen != nil {
		names = append(names, named{blueGreen.ActiveService, validation.ActiveService}, named{blueGreen.PreviewService, validation.PreviewService})
	} else if canary := rollout.Spec.Strategy.Canary; canary != nil {
		names = append(names, named{canary.StableService, validation.StableService}, named{canary.CanaryService, validation.CanaryService})
		if canary.PingPong != nil {
			names = append(names, named{canary.PingPong.PingService, validation.PingService}, named{canary.PingPong.PongService, validation.PongService})
		}
	}
	for _, each := range names {
		if each.name == "" {
			continue
		}
		service := &corev1.Service{}
		if !s.find("Service", rollout.Namespace, each.name, service) {
			return notFound(validation.GetServiceWithTypeFieldPath(each.role), "service", each.name)
		}
		result.ServiceWithType = append(result.ServiceWithType, validation.ServiceWithType{Service: service, Type: each.role})
	}
	return nil
}

func (s objectSet) analyses(rollout *v1alpha1.Rollout, result *validation.ReferencedResources) error {
	add := func(analysis *v1alpha1.RolloutAnalysis, kind validation.AnalysisTemplateType, step int) error {
		if analysis == nil {
			return nil
		}
		templates, clusterTemplates, err := s.templates(rollout.Namespace, analysis.Templates)
		if err != nil {
			return err
		}
		templates, clusterTemplates = analysisutil.FilterUniqueTemplates(templates, clusterTemplates)
		result.AnalysisTemplatesWithType = append(result.AnalysisTemplatesWithType, validation.AnalysisTemplatesWithType{
			AnalysisTemplates: templates, ClusterAnalysisTemplates: clusterTemplates, TemplateType: kind, CanaryStepIndex: step, Args: analysis.Args,
		})
		return nil
	}
	if blueGreen := rollout.Spec.Strategy.BlueGreen; blueGreen != nil {
		if err := add(blueGreen.PrePromotionAnalysis, validation.PrePromotionAnalysis, 0); err != nil {
			return err
		}
		return add(blueGreen.PostPromotionAnalysis, validation.PostPromotionAnalysis, 0)
	}
	canary := rollout.Spec.Strategy.Canary
	for index, step := range canary.Steps {
		if err := add(step.Analysis, validation.InlineAnalysis, index); err != nil {
			return err
		}
	}
	if canary.Analysis != nil {
		return add(&canary.Analysis.RolloutAnalysis, validation.BackgroundAnalysis, 0)
	}
	return nil
}

func (s objectSet) templates(namespace string, references []v1alpha1.AnalysisTemplateRef) ([]*v1alpha1.AnalysisTemplate, []*v1alpha1.ClusterAnalysisTemplate, error) {
	var templates []*v1alpha1.AnalysisTemplate
	var clusterTemplates []*v1alpha1.ClusterAnalysisTemplate
	for _, reference := range references {
		var inner []v1alpha1.AnalysisTemplateRef
		if reference.IsClusterScope() {
			template := &v1alpha1.ClusterAnalysisTemplate{}
			if !s.find("ClusterAnalysisTemplate", "", reference.TemplateName, template) {
				return nil, nil, notFound(field.NewPath("spec"), "ClusterAnalysisTemplate", reference.TemplateName)
			}
			clusterTemplates, inner = append(clusterTemplates, template), template.Spec.Templates
		} else {
			template := &v1alpha1.AnalysisTemplate{}
			if !s.find("AnalysisTemplate", namespace, reference.TemplateName, template) {
				return nil, nil, notFound(field.NewPath("spec"), "AnalysisTemplate", reference.TemplateName)
			}
			templates, inner = append(templates, template), template.Spec.Templates
		}
		more, moreOfCluster, err := s.templates(namespace, inner)
		if err != nil {
			return nil, nil, err
		}
		templates, clusterTemplates = append(templates, more...), append(clusterTemplates, moreOfCluster...)
	}
	return templates, clusterTemplates, nil
}

func (s objectSet) ingresses(rollout *v1alpha1.Rollout, result *validation.ReferencedResources) error {
	if err := validation.ValidateRolloutNginxIngressesConfig(rollout); err != nil {
		return err
	}
	if err := validation.ValidateRolloutAlbIngressesConfig(rollout); err != nil {
		return err
	}
	canary := rollout.Spec.Strategy.Canary
	if canary == nil || canary.TrafficRouting == nil {
		return nil
	}
	names := []string{}
	if alb := canary.TrafficRouting.ALB; alb != nil {
		names = either(alb.Ingresses, alb.Ingress)
	} else if nginx := canary.TrafficRouting.Nginx; nginx != nil {
		names = either(nginx.StableIngresses, nginx.StableIngress)
	}
	for _, name := range names {
		ingress := &networking.Ingress{}
		if !s.find("Ingress", rollout.Namespace, name, ingress) {
			return notFound(field.NewPath("spec", "strategy", "canary", "trafficRouting"), "ingress", name)
		}
		result.Ingresses = append(result.Ingresses, *ingressutil.NewIngress(ingress))
	}
	return nil
}

func (s objectSet) virtualServices(rollout *v1alpha1.Rollout, result *validation.ReferencedResources) error {
	if err := validation.ValidateRolloutVirtualServicesConfig(rollout); err != nil {
		return err
	}
	canary := rollout.Spec.Strategy.Canary
	if canary == nil || canary.TrafficRouting == nil || canary.TrafficRouting.Istio == nil {
		return nil
	}
	named := canary.TrafficRouting.Istio.VirtualServices
	if !istioutil.MultipleVirtualServiceConfigured(rollout) {
		named = []v1alpha1.IstioVirtualService{*canary.TrafficRouting.Istio.VirtualService}
	}
	for _, each := range named {
		namespace, name := istioutil.GetVirtualServiceNamespaceName(each.Name)
		if namespace == "" {
			namespace = rollout.Namespace
		}
		object, ok := s["VirtualService/"+namespace+"/"+name]
		if !ok {
			return notFound(field.NewPath("spec", "strategy", "canary", "trafficRouting", "istio"), "virtualservice", each.Name)
		}
		result.VirtualServices = append(result.VirtualServices, unstructured.Unstructured{Object: object})
	}
	return nil
}

func either(several []string, one string) []string {
	if several != nil {
		return several
	}
	return []string{one}
}
