// pulumi-language-nodejs lets the Pulumi engine run TypeScript and JavaScript programs: the engine starts this
// process, reads the port from its first line of output and talks to it over gRPC.
//
// It stands in for the official host of the same name only where the engine itself had to be built from the
// Go module proxy, which does not carry that host. docs/adr/0002-engine-set-up.md tells what it leaves out.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	"github.com/pulumi/pulumi/sdk/v3/go/common/version"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// lastWords is how long the host waits for calls that still run once it has been told to end: node's own
// patience (see interruptible) and a little more.
const lastWords = nodePatience + 2*time.Second

func main() {
	tracing := flag.String("tracing", "", "address of a tracing collector, handed on to the program")
	showVersion := flag.Bool("version", false, "print the version and exit")
	flag.Parse()
	if *showVersion {
		fmt.Println(version.Version)
		return
	}
	if err := serve(flag.Arg(0), *tracing); err != nil {
		fmt.Fprintln(os.Stderr, "pulumi-language-nodejs:", err)
		os.Exit(1)
	}
}

// serve answers the engine until a signal arrives or the engine is gone. engineAddress may be empty: an engine
// that attaches to a host already running gives its address in the handshake.
func serve(engineAddress, tracing string) error {
	life, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	host := newHost(life, stop, tracing)
	if engineAddress != "" {
		if err := host.attach(engineAddress); err != nil {
			return err
		}
	}

	cancel := make(chan bool)
	server, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: cancel,
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, host)
			return nil
		},
	})
	if err != nil {
		return fmt.Errorf("could not serve: %w", err)
	}
	fmt.Println(server.Port)

	<-life.Done()
	close(cancel)
	select {
	case err = <-server.Done:
		return err
	case <-time.After(lastWords):
		return fmt.Errorf("a call did not end within %s", lastWords)
	}
}
