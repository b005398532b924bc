// rollouts-judge says what the API server and Argo Rollouts would refuse. Each line of standard input is a JSON array of
// objects that are applied together; each line of the output is a JSON array of the refusals. The arguments are files or
// folders of CustomResourceDefinitions.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// Refusal is one reason for which the objects do not work.
type Refusal struct {
	// Judge is "api" for the schema, "spec" for the controller.
	Judge   string `json:"judge"`
	Object  string `json:"object"`
	Message string `json:"message"`
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "rollouts-judge:", err)
		os.Exit(1)
	}
}

func run(paths []string) error {
	schemas, err := readSchemas(paths)
	if err != nil {
		return err
	}
	input := bufio.NewReaderSize(os.Stdin, 1<<20)
	output := json.NewEncoder(os.Stdout)
	decoder := json.NewDecoder(input)
	for decoder.More() {
		var objects []map[string]any
		if err := decoder.Decode(&objects); err != nil {
			return err
		}
		refusals := schemas.refuse(objects)
		if len(refusals) == 0 {
			// The controller never sees what the API server has refused.
			refusals = append(refusals, refuseSpecs(objects)...)
		}
		if err := output.Encode(refusals); err != nil {
			return err
		}
	}
	return nil
}

func nameOf(object map[string]any) string {
	metadata, _ := object["metadata"].(map[string]any)
	return fmt.Sprintf("%v %v", object["kind"], metadata["name"])
}
