package dev.easel.host.provider;

import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.TextToImageProvider;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A slot that is taken.
 *
 * <p>It is free again when it was closed and its call has ended: a provider that ignores interruption keeps its slot
 * for as long as it works.
 */
final class HeldSlot implements HostedProvider.Slot {
    private final HostedProvider provider;
    private final PluginObject<TextToImageProvider> object;
    private final Consumer<HeldSlot> whenFree;
    private final CompletableFuture<Void> withdrawn = new CompletableFuture<>();
    private @Nullable PluginCall<?> call;
    private boolean busy;
    private boolean closed;

    HeldSlot(HostedProvider provider, PluginObject<TextToImageProvider> object, Consumer<HeldSlot> whenFree) {
        this.provider = provider;
        this.object = object;
        this.whenFree = whenFree;
    }

    @Override
    public HostedProvider provider() {
        return provider;
    }

    @Override
    public synchronized ProviderCall generate(GenerationRequest request, List<ImageSink> sinks) {
        requireUsable(sinks.size());
        busy = true;
        PluginCall<Void> started = object.start(target -> target.generate(request, sinks), this::callEnded);
        call = started;
        return new StartedCall(started);
    }

    @Override
    public CompletableFuture<Void> withdrawn() {
        return withdrawn;
    }

    /** Takes the slot back and interrupts the call that is under way, if one is. */
    void withdraw() {
        withdrawn.complete(null);
        interrupt();
    }

    private synchronized void interrupt() {
        if (call != null) {
            call.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            freeIfDone();
        }
    }

    private synchronized void callEnded() {
        busy = false;
        call = null;
        if (closed) {
            freeIfDone();
        }
    }

    private void freeIfDone() {
        if (!busy) {
            whenFree.accept(this);
        }
    }

    private void requireUsable(int images) {
        if (closed || busy) {
            throw new IllegalStateException(
                    "The slot of " + provider.id() + (closed ? " is closed" : " has a call under way"));
        }
        if (images < 1 || images > provider.maxImagesPerCall()) {
            throw new IllegalArgumentException("Provider " + provider.id() + " was asked for " + images
                    + " images in one call; 1 to " + provider.maxImagesPerCall() + " are allowed");
        }
    }
}
