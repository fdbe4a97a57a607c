package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/pulumi/pulumi/sdk/v3"
	"github.com/pulumi/pulumi/sdk/v3/go/common/apitype"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// The SDK's scripts that serve a plugin written in TypeScript.
const (
	runPolicyPack = "@pulumi/pulumi/cmd/run-policy-pack"
	runPlugin     = "@pulumi/pulumi/cmd/run-plugin"
)

// RunPlugin serves a policy pack or another plugin written in TypeScript until the engine ends the call.
func (h *host) RunPlugin(
	request *pulumirpc.RunPluginRequest, server pulumirpc.LanguageRuntime_RunPluginServer,
) error {
	if request.GetAttachDebugger() {
		return errors.New("--attach-debugger needs the official Node language host: install Pulumi itself")
	}
	options, err := parseOptions(request.GetInfo().GetOptions())
	if err != nil {
		return err
	}
	node, err := findNode()
	if err != nil {
		return err
	}
	isPack := request.GetKind() == string(apitype.AnalyzerPlugin)
	script, err := locate(server.Context(), node, pluginScript(isPack), request.GetInfo().GetProgramDirectory())
	if err != nil {
		return err
	}
	closer, stdout, stderr, err := rpcutil.MakeRunPluginStreams(server, false)
	if err != nil {
		return err
	}
	defer closer.Close()

	running, cancel := context.WithCancel(h.work)
	defer cancel()
	defer context.AfterFunc(server.Context(), cancel)()
	command := interruptible(running, node, pluginArguments(request, options, script, isPack)...)
	command.Dir = request.GetPwd()
	command.Env = append(append([]string{}, request.GetEnv()...), options.environment()...)
	command.Stdout, command.Stderr = stdout, stderr

	if !isPack {
		err = command.Run()
	} else {
		// A pack reads its stack from the environment, but the engine tells it by a call. The SDK's proxy
		// takes that call, and forwards the others to the pack once it runs.
		proxy, proxied, proxyErr := sdk.NewPolicyProxy(running, stdout)
		if proxyErr != nil {
			return fmt.Errorf("could not stand before the policy pack: %w", proxyErr)
		}
		stack, configErr := proxy.AwaitConfiguration(running)
		if configErr != nil {
			return fmt.Errorf("the engine did not tell the policy pack its stack: %w", configErr)
		}
		added, envErr := packEnvironment(stack)
		if envErr != nil {
			return envErr
		}
		command.Dir = request.GetInfo().GetProgramDirectory()
		command.Env = append(command.Env, added...)
		command.Stdout = proxied
		if err = command.Start(); err == nil {
			err = proxy.Attach(running, command)
		}
	}
	if err != nil {
		return fmt.Errorf("plugin %s: %s", request.GetName(), exitSentence(err))
	}
	return closer.Close()
}

func pluginScript(isPack bool) string {
	if isPack {
		return runPolicyPack
	}
	return runPlugin
}

// pluginArguments orders node's arguments: a policy pack's folder comes last, any other plugin's first.
func pluginArguments(request *pulumirpc.RunPluginRequest, options options, script string, isPack bool) []string {
	folder := request.GetInfo().GetProgramDirectory()
	args := append(append([]string{}, options.nodeArgs...), script)
	if isPack {
		return append(append(args, request.GetArgs()...), folder)
	}
	return append(append(args, folder), request.GetArgs()...)
}

// packEnvironment tells a policy pack its stack and whether this is a preview. It comes after the inherited
// environment, so that a variable exported in a shell can't pretend a preview. stack is nil where the engine
// gave none.
func packEnvironment(stack *pulumirpc.AnalyzerStackConfigureRequest) ([]string, error) {
	if stack == nil {
		return nil, nil
	}
	added := []string{"PULUMI_NODEJS_DRY_RUN=" + strconv.FormatBool(stack.GetDryRun())}
	for _, variable := range []struct{ name, value string }{
		{"PULUMI_NODEJS_ORGANIZATION", stack.GetOrganization()},
		{"PULUMI_NODEJS_PROJECT", stack.GetProject()},
		{"PULUMI_NODEJS_STACK", stack.GetStack()},
	} {
		if variable.value != "" {
			added = append(added, variable.name+"="+variable.value)
		}
	}
	if stack.GetConfig() != nil {
		text, err := json.Marshal(stack.GetConfig())
		if err != nil {
			return nil, fmt.Errorf("could not write the configuration as JSON: %w", err)
		}
		added = append(added, "PULUMI_CONFIG="+string(text))
	}
	return added, nil
}
