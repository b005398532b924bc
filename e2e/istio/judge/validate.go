package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

func validate(path string) ([]Finding, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var findings []Finding
	documents := utilyaml.NewYAMLReader(bufio.NewReader(file))
	for {
		document, err := documents.Read()
		if errors.Is(err, io.EOF) {
			return findings, nil
		}
		if err != nil {
			return nil, err
		}
		found, err := validateObject(document)
		if err != nil {
			return nil, err
		}
		findings = append(findings, found...)
	}
}

func validateObject(document []byte) ([]Finding, error) {
	object := &crd.IstioKind{}
	if err := yaml.Unmarshal(document, object); err != nil {
		return nil, err
	}
	kind := object.GroupVersionKind()
	schema, known := collections.Istio.FindByGroupVersionAliasesKind(resource.FromKubernetesGVK(&kind))
	if !known {
		return nil, nil
	}
	name := fmt.Sprintf("%s %s/%s", kind.Kind, object.Namespace, object.Name)
	config, err := crd.ConvertObject(schema, object, "")
	if err != nil {
		return []Finding{{"Error", "not decoded", name, err.Error()}}, nil
	}
	var findings []Finding
	warning, err := schema.ValidateConfig(*config)
	if warning != nil {
		findings = append(findings, Finding{"Warning", "validation", name, warning.Error()})
	}
	if err != nil {
		findings = append(findings, Finding{"Error", "validation", name, err.Error()})
	}
	return findings, nil
}
