package main

import (
	"slices"
	"testing"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

func TestAPacksFolderComesLastAndAPluginsFolderFirst(t *testing.T) {
	request := &pulumirpc.RunPluginRequest{
		Args: []string{"engine:1"}, Info: &pulumirpc.ProgramInfo{ProgramDirectory: "/folder"},
	}
	nodeArgs := options{nodeArgs: []string{"--flag"}}
	pack := pluginArguments(request, nodeArgs, "script.js", true)
	if !slices.Equal(pack, []string{"--flag", "script.js", "engine:1", "/folder"}) {
		t.Errorf("got %v", pack)
	}
	plugin := pluginArguments(request, nodeArgs, "script.js", false)
	if !slices.Equal(plugin, []string{"--flag", "script.js", "/folder", "engine:1"}) {
		t.Errorf("got %v", plugin)
	}
}

func TestAPackAlwaysLearnsWhetherThisIsAPreview(t *testing.T) {
	update, err := packEnvironment(&pulumirpc.AnalyzerStackConfigureRequest{
		Organization: "o", Project: "p", Stack: "s", Config: map[string]string{"p:k": "v"},
	})
	expected := []string{
		"PULUMI_NODEJS_DRY_RUN=false", "PULUMI_NODEJS_ORGANIZATION=o", "PULUMI_NODEJS_PROJECT=p",
		"PULUMI_NODEJS_STACK=s", `PULUMI_CONFIG={"p:k":"v"}`,
	}
	if err != nil || !slices.Equal(update, expected) {
		t.Errorf("got %v, %v", update, err)
	}
	preview, err := packEnvironment(&pulumirpc.AnalyzerStackConfigureRequest{DryRun: true})
	if err != nil || !slices.Equal(preview, []string{"PULUMI_NODEJS_DRY_RUN=true"}) {
		t.Errorf("got %v, %v", preview, err)
	}
	if none, err := packEnvironment(nil); err != nil || none != nil {
		t.Errorf("got %v, %v", none, err)
	}
}
