package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	"google.golang.org/protobuf/types/known/structpb"
)

func given(t *testing.T, values map[string]any) *structpb.Struct {
	t.Helper()
	made, err := structpb.NewStruct(values)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestProgramsAreTypeScriptUnlessTheProjectSaysOtherwise(t *testing.T) {
	byDefault, err := parseOptions(nil)
	if err != nil || !byDefault.typescript || byDefault.packageManager != npm.AutoPackageManager {
		t.Errorf("got %+v, %v", byDefault, err)
	}
	plain, err := parseOptions(given(t, map[string]any{"typescript": false}))
	if err != nil || plain.typescript || len(plain.environment()) != 0 {
		t.Errorf("got %+v, %v", plain, err)
	}
}

func TestEveryOptionIsRead(t *testing.T) {
	parsed, err := parseOptions(given(t, map[string]any{
		"tsconfig": "ci.json", "nodeargs": "--a 'b c'", "packagemanager": "pnpm", "production": true, "newer": 1,
	}))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(parsed.nodeArgs, []string{"--a", "b c"}) || parsed.packageManager != npm.PnpmPackageManager ||
		!parsed.production {
		t.Errorf("got %+v", parsed)
	}
	expected := []string{"PULUMI_NODEJS_TYPESCRIPT=true", "PULUMI_NODEJS_TSCONFIG_PATH=ci.json"}
	if !slices.Equal(parsed.environment(), expected) {
		t.Errorf("got %v, expected %v", parsed.environment(), expected)
	}
}

func TestAWrongOptionIsNamedWithItsValue(t *testing.T) {
	for name, value := range map[string]any{
		"typescript": "yes", "production": 1.0, "tsconfig": true, "nodeargs": "'open", "packagemanager": "make",
	} {
		_, err := parseOptions(given(t, map[string]any{name: value}))
		if err == nil || !strings.Contains(err.Error(), "runtime option "+name+" is ") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
