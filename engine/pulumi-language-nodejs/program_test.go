package main

import (
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

func TestTheProgramIsToldWhereItsEngineAndStackAre(t *testing.T) {
	h := &host{engineAddress: "engine:1"}
	args := h.programArguments(&pulumirpc.RunRequest{
		MonitorAddress: "monitor:2", Project: "p", Stack: "s", Parallel: 4, DryRun: true, Args: []string{"extra"},
		Info: &pulumirpc.ProgramInfo{RootDirectory: "/root", ProgramDirectory: "/program", EntryPoint: "index.ts"},
	})
	expected := strings.Fields("--monitor monitor:2 --engine engine:1 --project p --root-directory /root --stack s" +
		" --pwd /program --parallel 4 --dry-run index.ts extra")
	if !slices.Equal(args, expected) {
		t.Errorf("got %v, expected %v", args, expected)
	}
}

func TestAnUpdateIsNoDryRun(t *testing.T) {
	args := (&host{}).programArguments(&pulumirpc.RunRequest{Info: &pulumirpc.ProgramInfo{EntryPoint: "."}})
	if slices.Contains(args, "--dry-run") {
		t.Errorf("got %v", args)
	}
}

func TestConfigurationIsHandedOnAsJSON(t *testing.T) {
	environment, err := programEnvironment(&pulumirpc.RunRequest{
		Config: map[string]string{"p:key": `{"a":1}`}, ConfigSecretKeys: []string{"p:key"},
	})
	expected := []string{`PULUMI_CONFIG={"p:key":"{\"a\":1}"}`, `PULUMI_CONFIG_SECRET_KEYS=["p:key"]`}
	if err != nil || !slices.Equal(environment, expected) {
		t.Errorf("got %v, %v", environment, err)
	}
	environment, err = programEnvironment(&pulumirpc.RunRequest{})
	if err != nil || !slices.Equal(environment, []string{"PULUMI_CONFIG={}", "PULUMI_CONFIG_SECRET_KEYS=[]"}) {
		t.Errorf("got %v, %v", environment, err)
	}
}

func TestTheExitCodeTellsWhoReportsTheError(t *testing.T) {
	end := func(code string) error { return exec.Command("sh", "-c", code).Run() }
	for _, test := range []struct {
		name  string
		err   error
		bail  bool
		error string
	}{
		{"a good end", end("exit 0"), false, ""},
		{"an error that the user has read", end("exit 32"), true, ""},
		{"an error that the user has not read", end("exit 3"), false, "exit code 3"},
		{"a signal", end("kill -9 $$"), false, "signal"},
		{"no start", errors.New("no such file"), false, "could not run node: no such file"},
	} {
		response := answer(test.err)
		if response.GetBail() != test.bail || !strings.Contains(response.GetError(), test.error) ||
			(test.error == "") != (response.GetError() == "") {
			t.Errorf("%s: got %v", test.name, response)
		}
	}
}
