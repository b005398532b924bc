//go:build !linux

package main

import (
	"os/exec"
	"syscall"
)

// Only Linux ends a child with its parent; elsewhere the orderly stop must do.
func dieWithParent(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}
