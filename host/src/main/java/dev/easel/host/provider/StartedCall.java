package dev.easel.host.provider;

import java.util.concurrent.CompletableFuture;

/** A call as the rest of the host sees it. */
record StartedCall(PluginCall<Void> call) implements ProviderCall {
    @Override
    public CompletableFuture<Void> done() {
        return call.done();
    }

    @Override
    public void interrupt() {
        call.interrupt();
    }
}
