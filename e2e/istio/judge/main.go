// judge says what Istio itself thinks of manifests: its validation, as its admission webhook runs it, and its analyzers,
// as `istioctl analyze` does. It prints an array of findings as JSON. With --lines it reads arrays of objects as JSON from
// standard input and prints an array for each, of the validation alone.
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// Finding is one thing that Istio has to say of an object.
type Finding struct {
	Level   string `json:"level"`
	Code    string `json:"code"`
	Object  string `json:"object"`
	Message string `json:"message"`
}

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: judge FILE... | judge --lines")
		os.Exit(2)
	}
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "judge:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if args[0] == "--lines" {
		return validateLines(os.Stdin, os.Stdout)
	}
	findings, err := judge(args)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(findings)
}

func judge(paths []string) ([]Finding, error) {
	findings := []Finding{}
	for _, path := range paths {
		found, err := validate(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		findings = append(findings, found...)
	}
	found, err := analyze(paths)
	return append(findings, found...), err
}
