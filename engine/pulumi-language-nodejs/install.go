package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// InstallDependencies runs the package manager in the program's folder, or at the root of its npm workspace,
// and streams what it prints.
func (h *host) InstallDependencies(
	request *pulumirpc.InstallDependenciesRequest, server pulumirpc.LanguageRuntime_InstallDependenciesServer,
) error {
	options, err := parseOptions(request.GetInfo().GetOptions())
	if err != nil {
		return err
	}
	folder := request.GetInfo().GetProgramDirectory()
	root, err := npm.FindWorkspaceRoot(folder)
	if errors.Is(err, npm.ErrNotInWorkspace) {
		root = folder
	} else if err != nil {
		return fmt.Errorf("could not look for the npm workspace of %s: %w", folder, err)
	}
	closer, stdout, stderr, err := rpcutil.MakeInstallDependenciesStreams(server, request.GetIsTerminal())
	if err != nil {
		return err
	}
	defer closer.Close()

	running, cancel := context.WithCancel(h.work)
	defer cancel()
	defer context.AfterFunc(server.Context(), cancel)()
	fmt.Fprintf(stdout, "Installing the npm packages of %s\n", root)
	name, err := npm.Install(running, options.packageManager, root, options.production, stdout, stderr)
	if err != nil {
		return fmt.Errorf("%s could not install the packages of %s: %w", name, root, err)
	}
	return closer.Close()
}

// GetProgramDependencies lists the npm packages of the program for `pulumi about`.
func (h *host) GetProgramDependencies(
	ctx context.Context, request *pulumirpc.GetProgramDependenciesRequest,
) (*pulumirpc.GetProgramDependenciesResponse, error) {
	folder := request.GetInfo().GetProgramDirectory()
	options, err := parseOptions(request.GetInfo().GetOptions())
	if err != nil {
		return nil, err
	}
	manager, err := npm.ResolvePackageManager(options.packageManager, folder)
	if err != nil {
		return nil, err
	}
	packages, err := manager.ListPackages(ctx, folder, request.GetTransitiveDependencies())
	if err != nil {
		return nil, fmt.Errorf("%s could not list the packages of %s: %w", manager.Name(), folder, err)
	}
	response := &pulumirpc.GetProgramDependenciesResponse{}
	for _, found := range packages {
		response.Dependencies = append(response.Dependencies,
			&pulumirpc.DependencyInfo{Name: found.Name, Version: found.Version})
	}
	return response, nil
}

// About tells which node runs the programs, and which TypeScript compiles them.
func (h *host) About(ctx context.Context, request *pulumirpc.AboutRequest) (*pulumirpc.AboutResponse, error) {
	node, err := findNode()
	if err != nil {
		return nil, err
	}
	ask := func(expression string) string {
		command := exec.CommandContext(ctx, node, "--print", expression)
		command.Dir = request.GetInfo().GetProgramDirectory()
		output, err := command.Output()
		if err != nil {
			return "" // not installed: `about` then leaves it out
		}
		return strings.TrimSpace(string(output))
	}
	response := &pulumirpc.AboutResponse{Executable: node, Version: ask("process.version")}
	if version := ask("require('typescript/package.json').version"); version != "" {
		response.Metadata = map[string]string{"typescriptVersion": version}
	}
	return response, nil
}
