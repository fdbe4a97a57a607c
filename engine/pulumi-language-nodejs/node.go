package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// nodePatience is the time between a node process' interrupt and its kill.
const nodePatience = 5 * time.Second

// interruptible makes a command that is interrupted when the context ends, so that a program can tidy up, and
// killed when it has not ended nodePatience later.
func interruptible(ctx context.Context, name string, args ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, name, args...)
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	command.WaitDelay = nodePatience
	return command
}

// findNode locates the node executable.
func findNode() (string, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return "", errors.New("node is not on the PATH: install Node.js 20 or newer")
	}
	return node, nil
}

// locate resolves one of the SDK's scripts from the program's folder, as `require` in the program would.
func locate(ctx context.Context, node, script, folder string) (string, error) {
	command := exec.CommandContext(ctx, node, "--print", fmt.Sprintf("require.resolve(%q)", script))
	command.Dir = folder
	output, err := command.Output()
	if err == nil {
		return strings.TrimSpace(string(output)), nil
	}
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return "", fmt.Errorf("could not look for the Pulumi SDK in %s: %w", folder, err)
	}
	if strings.Contains(string(exit.Stderr), "MODULE_NOT_FOUND") {
		return "", fmt.Errorf("%s was not found from %s: install the npm packages there (pulumi install)", script, folder)
	}
	return "", fmt.Errorf("could not look for the Pulumi SDK in %s: %s", folder, exit.Stderr)
}

// exitSentence turns the end of a node process into a sentence for the user.
func exitSentence(err error) string {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return fmt.Sprintf("could not run node: %v", err)
	}
	if exit.ExitCode() < 0 {
		return fmt.Sprintf("the program was ended by a signal: %v", exit)
	}
	return fmt.Sprintf("the program ended with exit code %d", exit.ExitCode())
}
