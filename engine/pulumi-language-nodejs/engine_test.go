package main

import (
	"context"
	"strconv"
	"testing"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
)

// engine serves nothing, as a bare engine would, until the returned function is called.
func engine(t *testing.T) (address string, stop func()) {
	t.Helper()
	cancel := make(chan bool)
	server, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{Cancel: cancel})
	if err != nil {
		t.Fatal(err)
	}
	return "127.0.0.1:" + strconv.Itoa(server.Port), func() { close(cancel); <-server.Done }
}

func TestTheHostEndsWithItsEngine(t *testing.T) {
	address, stop := engine(t)
	life, end := context.WithCancel(context.Background())
	defer end()
	h := newHost(life, end, "")
	if err := h.attach(address); err != nil {
		t.Fatal(err)
	}
	if life.Err() != nil {
		t.Fatal("the host ended before its engine")
	}
	stop()
	<-life.Done()
	if h.work.Err() == nil {
		t.Error("the programs go on without an engine")
	}
}

func TestCancelEndsTheProgramsAndNotTheHost(t *testing.T) {
	life, end := context.WithCancel(context.Background())
	defer end()
	h := newHost(life, end, "")
	if _, err := h.Cancel(life, nil); err != nil {
		t.Fatal(err)
	}
	if h.work.Err() == nil || life.Err() != nil {
		t.Errorf("work: %v, life: %v", h.work.Err(), life.Err())
	}
}
