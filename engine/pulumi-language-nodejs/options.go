package main

import (
	"fmt"

	"github.com/google/shlex"
	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	"google.golang.org/protobuf/types/known/structpb"
)

// options are those of `runtime.options` in Pulumi.yaml or PulumiPolicy.yaml.
type options struct {
	typescript     bool     // run TypeScript sources through ts-node; default true
	tsconfig       string   // path of tsconfig.json; default: the one beside the program
	nodeArgs       []string // arguments for node itself, split as a shell would
	packageManager npm.PackageManagerType
	production     bool // leave devDependencies out of an install; default false
}

// packageManagers are the names that the option `packagemanager` may have.
var packageManagers = map[string]npm.PackageManagerType{
	"auto": npm.AutoPackageManager,
	"npm":  npm.NpmPackageManager,
	"yarn": npm.YarnPackageManager,
	"pnpm": npm.PnpmPackageManager,
	"bun":  npm.BunPackageManager,
}

// parseOptions reads the options and names the one that is of the wrong type. Unknown options are left alone:
// they may belong to a newer engine.
func parseOptions(given *structpb.Struct) (options, error) {
	parsed := options{typescript: true, packageManager: npm.AutoPackageManager}
	var nodeArgs, packageManager string
	for _, option := range []struct {
		name   string
		target any
	}{
		{"typescript", &parsed.typescript},
		{"tsconfig", &parsed.tsconfig},
		{"nodeargs", &nodeArgs},
		{"packagemanager", &packageManager},
		{"production", &parsed.production},
	} {
		if err := readOption(given, option.name, option.target); err != nil {
			return options{}, err
		}
	}
	if packageManager != "" {
		known, ok := packageManagers[packageManager]
		if !ok {
			return options{}, fmt.Errorf(
				"runtime option packagemanager is %q: use auto, npm, yarn, pnpm or bun", packageManager)
		}
		parsed.packageManager = known
	}
	split, err := shlex.Split(nodeArgs)
	if err != nil {
		return options{}, fmt.Errorf("runtime option nodeargs is %q: %w", nodeArgs, err)
	}
	parsed.nodeArgs = split
	return parsed, nil
}

// readOption stores one option in target, a *bool or a *string; an absent one leaves the default.
func readOption(given *structpb.Struct, name string, target any) error {
	value, ok := given.GetFields()[name]
	if !ok {
		return nil
	}
	switch target := target.(type) {
	case *bool:
		kind, ok := value.GetKind().(*structpb.Value_BoolValue)
		if !ok {
			return fmt.Errorf("runtime option %s is %v: it must be true or false", name, value.AsInterface())
		}
		*target = kind.BoolValue
	case *string:
		kind, ok := value.GetKind().(*structpb.Value_StringValue)
		if !ok {
			return fmt.Errorf("runtime option %s is %v: it must be a text", name, value.AsInterface())
		}
		*target = kind.StringValue
	}
	return nil
}

// environment lists what these options add to the environment of a node process.
func (o options) environment() []string {
	var added []string
	if o.typescript {
		added = append(added, "PULUMI_NODEJS_TYPESCRIPT=true")
	}
	if o.tsconfig != "" {
		added = append(added, "PULUMI_NODEJS_TSCONFIG_PATH="+o.tsconfig)
	}
	return added
}
