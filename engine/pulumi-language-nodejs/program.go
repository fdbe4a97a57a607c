package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// runProgram is the SDK's script that connects a program to the engine.
const runProgram = "@pulumi/pulumi/cmd/run"

// alreadyReported is the exit code by which that script says that the user has read the error already.
const alreadyReported = 32

// Run executes a program once and tells how it ended. Errors of the program are answers, not errors of the call.
func (h *host) Run(ctx context.Context, request *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	if request.GetAttachDebugger() {
		return nil, errors.New("--attach-debugger needs the official Node language host: install Pulumi itself")
	}
	command, stop, err := h.programCommand(ctx, request)
	if err != nil {
		return &pulumirpc.RunResponse{Error: err.Error()}, nil
	}
	defer stop()
	return answer(command.Run()), nil
}

// programCommand prepares node for a program. The command ends with the call, the host's work or its life; stop
// releases what is bound to them.
func (h *host) programCommand(
	ctx context.Context, request *pulumirpc.RunRequest,
) (command *exec.Cmd, stop func(), err error) {
	info := request.GetInfo()
	options, err := parseOptions(info.GetOptions())
	if err != nil {
		return nil, nil, err
	}
	environment, err := programEnvironment(request)
	if err != nil {
		return nil, nil, err
	}
	node, err := findNode()
	if err != nil {
		return nil, nil, err
	}
	script, err := locate(ctx, node, runProgram, info.GetProgramDirectory())
	if err != nil {
		return nil, nil, err
	}
	args := append(append([]string{}, options.nodeArgs...), script)
	args = append(args, h.programArguments(request)...)

	running, cancel := context.WithCancel(h.work)
	detach := context.AfterFunc(ctx, cancel)
	command = interruptible(running, node, args...)
	command.Env = append(append(os.Environ(), environment...), options.environment()...)
	// Hidden behind plain writers, because node makes file descriptors that it shares non-blocking.
	command.Stdout = struct{ io.Writer }{os.Stdout}
	command.Stderr = struct{ io.Writer }{os.Stderr}
	return command, func() { detach(); cancel() }, nil
}

// programArguments lists the flags of the SDK's script, the entry point and the program's own arguments.
func (h *host) programArguments(request *pulumirpc.RunRequest) []string {
	info := request.GetInfo()
	var args []string
	for _, flag := range []struct{ name, value string }{
		{"monitor", request.GetMonitorAddress()},
		{"engine", h.engine()},
		{"organization", request.GetOrganization()},
		{"project", request.GetProject()},
		{"root-directory", info.GetRootDirectory()},
		{"stack", request.GetStack()},
		{"pwd", info.GetProgramDirectory()},
		{"parallel", strconv.Itoa(int(request.GetParallel()))},
		{"tracing", h.tracing},
	} {
		if flag.value != "" {
			args = append(args, "--"+flag.name, flag.value)
		}
	}
	if request.GetDryRun() {
		args = append(args, "--dry-run")
	}
	args = append(args, info.GetEntryPoint())
	return append(args, request.GetArgs()...)
}

// programEnvironment hands the stack's configuration to the SDK.
func programEnvironment(request *pulumirpc.RunRequest) ([]string, error) {
	config := request.GetConfig()
	if config == nil {
		config = map[string]string{}
	}
	secretKeys := request.GetConfigSecretKeys()
	if secretKeys == nil {
		secretKeys = []string{}
	}
	configText, err := json.Marshal(config)
	if err != nil {
		return nil, fmt.Errorf("could not write the configuration as JSON: %w", err)
	}
	secretKeysText, err := json.Marshal(secretKeys)
	if err != nil {
		return nil, fmt.Errorf("could not write the secret keys as JSON: %w", err)
	}
	return []string{
		"PULUMI_CONFIG=" + string(configText),
		"PULUMI_CONFIG_SECRET_KEYS=" + string(secretKeysText),
	}, nil
}

// answer turns the end of the node process into the response of Run.
func answer(err error) *pulumirpc.RunResponse {
	if err == nil {
		return &pulumirpc.RunResponse{}
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == alreadyReported {
		return &pulumirpc.RunResponse{Bail: true}
	}
	return &pulumirpc.RunResponse{Error: exitSentence(err)}
}
