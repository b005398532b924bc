// Renders Markdown with the extensions of GitHub, links of plain addresses among them.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// Each line of the input is one text in base64, each line of the output its HTML as JSON.
func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	for {
		line, err := in.ReadString('\n')
		if text, bad := base64.StdEncoding.DecodeString(strings.TrimSpace(line)); bad == nil && len(text) > 0 {
			var page bytes.Buffer
			if err := markdown.Convert(text, &page); err != nil {
				panic(err)
			}
			if err := out.Encode(page.String()); err != nil {
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
