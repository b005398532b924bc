// Reads manifests as kubectl and Argo CD do, and says of each text which objects it holds.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"

	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
)

// What was read of one text, up to the first error.
type answer struct {
	Objects []any  `json:"objects"`
	Error   string `json:"error,omitempty"`
}

// Each line of the input is one text in base64, each line of the output one answer.
func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	for {
		line, err := in.ReadString('\n')
		if text, bad := base64.StdEncoding.DecodeString(strings.TrimSpace(line)); bad == nil && line != "" {
			if err := out.Encode(read(text)); err != nil {
				panic(err)
			}
		}
		if errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			panic(err)
		}
	}
}

// As the stream visitor of kubectl: documents one by one, lists by their items.
func read(text []byte) (result answer) {
	result.Objects = []any{}
	decoder := yaml.NewYAMLOrJSONDecoder(strings.NewReader(string(text)), 4096)
	for {
		raw := runtime.RawExtension{}
		if err := decoder.Decode(&raw); err != nil {
			if !errors.Is(err, io.EOF) {
				result.Error = err.Error()
			}
			return
		}
		body := strings.TrimSpace(string(raw.Raw))
		if body == "" || body == "null" {
			continue
		}
		object, _, err := unstructured.UnstructuredJSONScheme.Decode([]byte(body), nil, nil)
		if err != nil {
			// A text that is no object stops kubectl; one further on may be one for others.
			result.Error = err.Error()
			continue
		}
		if list, isList := object.(*unstructured.UnstructuredList); isList {
			err = meta.EachListItem(list, func(item runtime.Object) error {
				result.Objects = append(result.Objects, item.(*unstructured.Unstructured).Object)
				return nil
			})
		} else {
			result.Objects = append(result.Objects, object.(*unstructured.Unstructured).Object)
		}
		if err != nil {
			result.Error = err.Error()
		}
	}
}
