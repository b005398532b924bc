package main

// Not called, but its module holds Istio's CustomResourceDefinitions, and its version belongs in go.mod.
import _ "istio.io/api/label"
