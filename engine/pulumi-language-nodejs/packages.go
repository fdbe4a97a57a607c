package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/pulumi/pulumi/sdk/v3/go/common/resource/plugin"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// manifest is what matters here of a package.json.
type manifest struct {
	Name    string                  `json:"name"`
	Version string                  `json:"version"`
	Pulumi  plugin.PulumiPluginJSON `json:"pulumi"`
}

// GetRequiredPackages lists the resource plugins, with versions, of the npm packages that the program can import.
func (h *host) GetRequiredPackages(
	_ context.Context, request *pulumirpc.GetRequiredPackagesRequest,
) (*pulumirpc.GetRequiredPackagesResponse, error) {
	var required []*pulumirpc.PackageDependency
	seen := map[string]bool{}
	for _, file := range manifestFiles(request.GetInfo().GetProgramDirectory()) {
		found, err := readManifest(file)
		if err != nil {
			// A broken package of somebody else's must not stop a program that may never import it.
			fmt.Fprintf(os.Stderr, "warning: skipped %s: %v\n", file, err)
			continue
		}
		dependency, err := pluginOf(found)
		if err != nil {
			fmt.Fprintf(os.Stderr, "warning: skipped %s: %v\n", file, err)
			continue
		}
		if dependency == nil {
			continue
		}
		key := dependency.String()
		if !seen[key] {
			seen[key] = true
			required = append(required, dependency)
		}
	}
	return &pulumirpc.GetRequiredPackagesResponse{Packages: required}, nil
}

// manifestFiles lists the package.json files of every package installed for a program: those in node_modules
// of its folder and of the folders above it, where node looks too, each with the packages nested in it.
func manifestFiles(folder string) []string {
	var files []string
	for {
		files = append(files, installedIn(filepath.Join(folder, "node_modules"))...)
		parent := filepath.Dir(folder)
		if parent == folder {
			return files
		}
		folder = parent
	}
}

// installedIn lists the package.json files below one node_modules folder: NAME, @SCOPE/NAME and what is nested.
// Links are not followed into their nested packages: pnpm's links lead in circles.
func installedIn(modules string) []string {
	var files []string
	for _, pattern := range []string{"[^.@]*", "@*/*"} {
		folders, _ := filepath.Glob(filepath.Join(escapeGlob(modules), pattern))
		for _, folder := range folders {
			file := filepath.Join(folder, "package.json")
			if _, err := os.Stat(file); err != nil {
				continue
			}
			files = append(files, file)
			if info, err := os.Lstat(folder); err == nil && info.IsDir() {
				files = append(files, installedIn(filepath.Join(folder, "node_modules"))...)
			}
		}
	}
	return files
}

// escapeGlob makes a path safe as the fixed part of a pattern: folders may well be called "[old]".
func escapeGlob(path string) string {
	return strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

func readManifest(file string) (manifest, error) {
	var found manifest
	text, err := os.ReadFile(file)
	if err != nil {
		return found, err
	}
	// Most packages are none of Pulumi's: their manifests, of any odd shape, are not parsed.
	if !strings.Contains(string(text), `"pulumi"`) {
		return found, nil
	}
	return found, json.Unmarshal(text, &found)
}

// pluginOf tells which plugin a package needs; nil when it needs none.
func pluginOf(found manifest) (*pulumirpc.PackageDependency, error) {
	if !found.Pulumi.Resource {
		return nil, nil
	}
	name := found.Pulumi.Name
	if name == "" {
		short, official := strings.CutPrefix(found.Name, "@pulumi/")
		if !official {
			return nil, fmt.Errorf(`package %q has a resource plugin, but no "name" for it in its "pulumi" section`, found.Name)
		}
		name = short
	}
	version := found.Pulumi.Version
	if version == "" {
		version = found.Version
	}
	if version == "" {
		return nil, fmt.Errorf("package %q has a resource plugin, but no version", found.Name)
	}
	return &pulumirpc.PackageDependency{
		Name:             name,
		Kind:             "resource",
		Version:          "v" + strings.TrimPrefix(version, "v"),
		Server:           found.Pulumi.Server,
		Parameterization: parameterization(found.Pulumi.Parameterization),
		Extension:        parameterization(found.Pulumi.ExtensionParameterization),
	}, nil
}

func parameterization(given *plugin.PulumiParameterizationJSON) *pulumirpc.PackageParameterization {
	if given == nil {
		return nil
	}
	return &pulumirpc.PackageParameterization{Name: given.Name, Version: given.Version, Value: given.Value}
}
