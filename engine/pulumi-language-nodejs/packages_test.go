package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// installed makes a folder with the given package.json files and returns it.
func installed(t *testing.T, files map[string]string) string {
	t.Helper()
	// The brackets show that a folder's name is not taken for a pattern.
	root := filepath.Join(t.TempDir(), "[program]")
	for path, text := range files {
		file := filepath.Join(root, path, "package.json")
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func required(t *testing.T, folder string) []string {
	t.Helper()
	response, err := (&host{}).GetRequiredPackages(context.Background(), &pulumirpc.GetRequiredPackagesRequest{
		Info: &pulumirpc.ProgramInfo{ProgramDirectory: folder},
	})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, dependency := range response.GetPackages() {
		found = append(found, dependency.GetName()+" "+dependency.GetVersion())
	}
	slices.Sort(found)
	return found
}

func TestPluginsOfInstalledPackagesAreRequired(t *testing.T) {
	root := installed(t, map[string]string{
		"node_modules/@pulumi/aws":                          `{"name":"@pulumi/aws","version":"7.1.0","pulumi":{"resource":true}}`,
		"node_modules/@pulumi/eks":                          `{"name":"@pulumi/eks","version":"9.9.9","pulumi":{"resource":true,"version":"4.3.0"}}`,
		"node_modules/@pulumi/eks/node_modules/@pulumi/aws": `{"name":"@pulumi/aws","version":"6.0.0","pulumi":{"resource":true}}`,
		"node_modules/other":                                `{"name":"other","version":"v1.0.0","pulumi":{"resource":true,"name":"mine"}}`,
		"node_modules/@pulumi/pulumi":                       `{"name":"@pulumi/pulumi","version":"3.0.0","pulumi":{"comment":"none"}}`,
		"node_modules/plain":                                `{"name":"plain","version":"1.0.0"}`,
		"node_modules/broken":                               `{"pulumi": `,
		"node_modules/nameless":                             `{"name":"nameless","version":"1.0.0","pulumi":{"resource":true}}`,
		"packs/own/node_modules/@pulumi/gcp":                `{"name":"@pulumi/gcp","version":"1.0.0","pulumi":{"resource":true}}`,
	})
	expected := []string{"aws v6.0.0", "aws v7.1.0", "eks v4.3.0", "mine v1.0.0"}
	if found := required(t, root); !slices.Equal(found, expected) {
		t.Errorf("got %v, expected %v", found, expected)
	}
}

func TestPackagesInstalledAboveAProgramCountToo(t *testing.T) {
	root := installed(t, map[string]string{
		"node_modules/@pulumi/aws": `{"name":"@pulumi/aws","version":"7.1.0","pulumi":{"resource":true}}`,
		"programs/one":             `{"name":"one"}`,
	})
	found := required(t, filepath.Join(root, "programs", "one"))
	if !slices.Equal(found, []string{"aws v7.1.0"}) {
		t.Errorf("got %v", found)
	}
}

func TestAParameterizedPackageKeepsItsParameter(t *testing.T) {
	var found manifest
	text := `{"name":"@pulumi/local","version":"1.0.0","pulumi":
		{"resource":true,"parameterization":{"name":"base","version":"2.0.0","value":"YWJj"}}}`
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		t.Fatal(err)
	}
	dependency, err := pluginOf(found)
	parameter := dependency.GetParameterization()
	if err != nil || parameter.GetName() != "base" || string(parameter.GetValue()) != "abc" ||
		dependency.GetExtension() != nil {
		t.Errorf("got %v, %v", dependency, err)
	}
}
