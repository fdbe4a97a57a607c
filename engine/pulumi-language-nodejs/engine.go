package main

import (
	"context"
	"fmt"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/connectivity"
	"google.golang.org/grpc/credentials/insecure"
)

// watchEngine calls gone once nobody listens at the engine's address any more. It keeps one connection open,
// so that even an engine that was killed is missed at once, where a health check would have to be repeated.
func watchEngine(ctx context.Context, address string, gone func()) error {
	connection, err := grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithIdleTimeout(0))
	if err != nil {
		return fmt.Errorf("could not connect to the engine at %s: %w", address, err)
	}
	go func() {
		defer connection.Close()
		connection.Connect()
		for {
			state := connection.GetState()
			// A broken connection alone is no proof; a refused one is.
			if state == connectivity.TransientFailure && !listens(ctx, address) {
				gone()
				return
			}
			if state == connectivity.Idle {
				connection.Connect()
			}
			if !connection.WaitForStateChange(ctx, state) {
				return // told to stop
			}
		}
	}()
	return nil
}

// listens tells whether a TCP connection to the address can be made within three seconds.
func listens(ctx context.Context, address string) bool {
	dialer := net.Dialer{Timeout: 3 * time.Second}
	connection, err := dialer.DialContext(ctx, "tcp", address)
	if err != nil {
		return false
	}
	connection.Close()
	return true
}
