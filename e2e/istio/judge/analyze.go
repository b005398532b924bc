package main

import (
	"os"

	"istio.io/istio/pkg/config/analysis/analyzers"
	"istio.io/istio/pkg/config/analysis/local"
	"istio.io/istio/pkg/log"
)

func analyze(paths []string) ([]Finding, error) {
	for _, scope := range log.Scopes() {
		scope.SetOutputLevel(log.WarnLevel)
	}
	analyzer := local.NewIstiodAnalyzer(analyzers.AllCombined(), "", "istio-system", nil)
	var sources []local.ReaderSource
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		sources = append(sources, local.ReaderSource{Name: path, Reader: file})
	}
	// With pods and namespaces, which otherwise are taken from a running cluster.
	if err := analyzer.AddTestReaderKubeSource(sources); err != nil {
		return nil, err
	}
	cancel := make(chan struct{})
	defer close(cancel)
	result, err := analyzer.Analyze(cancel)
	if err != nil {
		return nil, err
	}
	var findings []Finding
	for _, message := range result.Messages {
		object := ""
		if message.Resource != nil {
			object = message.Resource.Metadata.Schema.Kind() + " " + message.Resource.Metadata.FullName.String()
		}
		text, _ := message.Unstructured(false)["message"].(string)
		findings = append(findings, Finding{message.Type.Level().String(), message.Type.Code(), object, text})
	}
	return findings, nil
}
