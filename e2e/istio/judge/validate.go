package main

import (
	"bufio"
	"encoding/json"
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

func validateLines(input io.Reader, output io.Writer) error {
	decoder, encoder := json.NewDecoder(bufio.NewReaderSize(input, 1<<20)), json.NewEncoder(output)
	for decoder.More() {
		var objects []json.RawMessage
		if err := decoder.Decode(&objects); err != nil {
			return err
		}
		findings := []Finding{}
		for _, object := range objects {
			found, err := validateObject(object)
			if err != nil {
				found = []Finding{{"Error", "not decoded", "", err.Error()}}
			}
			findings = append(findings, found...)
		}
		if err := encoder.Encode(findings); err != nil {
			return err
		}
	}
	return nil
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
