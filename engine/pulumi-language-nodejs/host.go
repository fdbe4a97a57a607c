package main

import (
	"context"
	"sync"

	"github.com/pulumi/pulumi/sdk/v3/go/common/version"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/protobuf/types/known/emptypb"
)

// host answers the engine's calls. What it does not implement (code generation, linking, packing) is answered
// by the embedded server: "method ... not implemented".
type host struct {
	pulumirpc.UnimplementedLanguageRuntimeServer

	// life ends when the process was told to stop or the engine is gone; every node process hangs on it.
	life context.Context
	end  context.CancelFunc
	// work ends earlier than life when the engine cancels what is running.
	work   context.Context
	cancel context.CancelFunc

	tracing string

	mutex         sync.Mutex
	engineAddress string
}

func newHost(life context.Context, end context.CancelFunc, tracing string) *host {
	work, cancel := context.WithCancel(life)
	return &host{life: life, end: end, work: work, cancel: cancel, tracing: tracing}
}

// attach remembers the engine's address and watches it, so that this process ends with its engine.
func (h *host) attach(address string) error {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if address == h.engineAddress {
		return nil
	}
	h.engineAddress = address
	return watchEngine(h.life, address, h.end)
}

func (h *host) engine() string {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	return h.engineAddress
}

// Handshake is the first call of an engine that attaches to a host which it did not start.
func (h *host) Handshake(
	_ context.Context, request *pulumirpc.LanguageHandshakeRequest,
) (*pulumirpc.LanguageHandshakeResponse, error) {
	if err := h.attach(request.GetEngineAddress()); err != nil {
		return nil, err
	}
	return &pulumirpc.LanguageHandshakeResponse{}, nil
}

// GetPluginInfo reports the version that this host was built for, which is the engine's.
func (h *host) GetPluginInfo(context.Context, *emptypb.Empty) (*pulumirpc.PluginInfo, error) {
	return &pulumirpc.PluginInfo{Version: version.Version}, nil
}

// RuntimeOptionsPrompts has no questions for `pulumi new`: the defaults do.
func (h *host) RuntimeOptionsPrompts(
	context.Context, *pulumirpc.RuntimeOptionsRequest,
) (*pulumirpc.RuntimeOptionsResponse, error) {
	return &pulumirpc.RuntimeOptionsResponse{}, nil
}

// Template has nothing to change in a project made from a template.
func (h *host) Template(context.Context, *pulumirpc.TemplateRequest) (*pulumirpc.TemplateResponse, error) {
	return &pulumirpc.TemplateResponse{}, nil
}

// Cancel interrupts every program and plugin that runs.
func (h *host) Cancel(context.Context, *emptypb.Empty) (*emptypb.Empty, error) {
	h.cancel()
	return &emptypb.Empty{}, nil
}
