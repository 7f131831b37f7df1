package dev.easel.host.task;

import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.Readiness;
import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.ProviderCall;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A provider that writes a picture of one pixel at once, on a thread of its own as a plugin would. */
final class NoOpProvider implements HostedProvider, AutoCloseable {
    private static final byte[] PIXEL = Behaviour.png();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int slots;
    private final Semaphore free;

    NoOpProvider(int slots) {
        this.slots = slots;
        free = new Semaphore(slots);
    }

    @Override
    public String id() {
        return "no-op";
    }

    @Override
    public String name(Locale locale) {
        return id();
    }

    @Override
    public String pluginId() {
        return id();
    }

    @Override
    public String pluginVersion() {
        return "1";
    }

    @Override
    public Readiness readiness() {
        return Readiness.ready();
    }

    @Override
    public int slots() {
        return slots;
    }

    @Override
    public void recheckReadiness() {}

    @Override
    public Duration declaredRuntime(int images) {
        return Duration.ofSeconds(1);
    }

    @Override
    public int maxImagesPerCall() {
        return 1;
    }

    @Override
    public Optional<Slot> tryAcquire() {
        return free.tryAcquire() ? Optional.of(new Taken()) : Optional.empty();
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private final class Taken implements Slot {
        private final AtomicBoolean closed = new AtomicBoolean();

        @Override
        public HostedProvider provider() {
            return NoOpProvider.this;
        }

        @Override
        public ProviderCall generate(GenerationRequest request, List<ImageSink> sinks) {
            Call call = new Call();
            threads.execute(() -> call.run(sinks));
            return call;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                free.release();
            }
        }
    }

    private static final class Call implements ProviderCall {
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        void run(List<ImageSink> sinks) {
            try {
                for (ImageSink sink : sinks) {
                    sink.write(PIXEL);
                }
                done.complete(null);
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        }

        @Override
        public CompletableFuture<Void> done() {
            return done;
        }

        @Override
        public void interrupt() {}
    }
}
