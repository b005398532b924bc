package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	v1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

type kindSchema struct {
	structural *schema.Structural
	validator  validation.SchemaValidator
}

// Schemas by apiVersion and kind, as in "argoproj.io/v1alpha1 Rollout".
type schemas map[string]kindSchema

func (s schemas) refuse(objects []map[string]any) []Refusal {
	refusals := []Refusal{}
	for _, object := range objects {
		known, ok := s[fmt.Sprintf("%v %v", object["apiVersion"], object["kind"])]
		if !ok {
			continue
		}
		add := func(message string) {
			refusals = append(refusals, Refusal{"api", nameOf(object), message})
		}
		for _, found := range validation.ValidateCustomResource(field.NewPath(""), object, known.validator) {
			add(found.Error())
		}
		// What would be pruned is what strict decoding calls unknown.
		options := schema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
		for _, path := range pruning.PruneWithOptions(runtime.DeepCopyJSON(object), known.structural, true, options) {
			add(fmt.Sprintf("unknown field %q", path))
		}
	}
	return refusals
}

func readSchemas(paths []string) (schemas, error) {
	found := schemas{}
	for _, path := range paths {
		err := filepath.WalkDir(path, func(file string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(file) != ".yaml" {
				return err
			}
			return found.read(file)
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

func (s schemas) read(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	documents := utilyaml.NewYAMLReader(bufio.NewReader(file))
	for {
		document, err := documents.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		crd := &v1.CustomResourceDefinition{}
		if err := yaml.Unmarshal(document, crd); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		for _, version := range crd.Spec.Versions {
			if version.Schema == nil || crd.Kind != "CustomResourceDefinition" {
				continue
			}
			known, err := compile(version.Schema.OpenAPIV3Schema)
			if err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			s[crd.Spec.Group+"/"+version.Name+" "+crd.Spec.Names.Kind] = known
		}
	}
}

func compile(external *v1.JSONSchemaProps) (kindSchema, error) {
	internal := &apiextensions.JSONSchemaProps{}
	if err := v1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(external, internal, nil); err != nil {
		return kindSchema{}, err
	}
	structural, err := schema.NewStructural(internal)
	if err != nil {
		return kindSchema{}, err
	}
	validator, _, err := validation.NewSchemaValidator(internal)
	return kindSchema{structural, validator}, err
}
