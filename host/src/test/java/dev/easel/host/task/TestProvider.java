package dev.easel.host.task;

import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.Readiness;
import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.ProviderCall;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that does what a test tells it; safe for use by several threads. */
public final class TestProvider implements HostedProvider {
    private final String id;
    private final AtomicInteger freeSlots = new AtomicInteger(1);
    private final AtomicInteger rechecks = new AtomicInteger();
    private final CompletableFuture<Void> withdrawn = new CompletableFuture<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Queue<Behaviour> nextCalls = new ArrayDeque<>();
    private volatile Behaviour otherwise = Behaviour.drawing();
    private volatile Readiness readiness = Readiness.ready();
    private volatile Duration declaredRuntime = Duration.ofSeconds(1);
    private volatile int maxImagesPerCall = Integer.MAX_VALUE;
    private volatile Runnable onAcquire = () -> {};

    /** What it was asked for. */
    public record Call(GenerationRequest request, List<Integer> indices) {}

    /** Makes a ready provider with one slot that draws at once. */
    public TestProvider(String id) {
        this.id = id;
    }

    /** Sets how many runs may be under way. */
    public TestProvider slots(int slots) {
        freeSlots.set(slots);
        return this;
    }

    /** Sets what it declares. */
    public TestProvider declaring(Duration runtime) {
        declaredRuntime = runtime;
        return this;
    }

    /** Sets how many images a call makes. */
    public TestProvider atMostPerCall(int images) {
        maxImagesPerCall = images;
        return this;
    }

    /** Sets its readiness. */
    public TestProvider being(Readiness newReadiness) {
        readiness = newReadiness;
        return this;
    }

    /** Sets what every call does for which nothing else is set. */
    public TestProvider always(Behaviour behaviour) {
        otherwise = behaviour;
        return this;
    }

    /** Sets what the next calls do. */
    public TestProvider first(Behaviour... behaviours) {
        synchronized (nextCalls) {
            nextCalls.addAll(Arrays.asList(behaviours));
        }
        return this;
    }

    /** Has an action run whenever a slot is asked for. */
    public TestProvider whenAcquired(Runnable action) {
        onAcquire = action;
        return this;
    }

    /** Takes back every slot, as an unloaded plugin does that cannot wait for its runs. */
    public void withdraw() {
        withdrawn.complete(null);
    }

    /** The calls so far, in the order of their beginning. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The prompts of the calls so far. */
    public List<String> prompts() {
        return calls.stream().map(call -> call.request().prompt()).toList();
    }

    /** How many slots are free. */
    public int freeSlots() {
        return freeSlots.get();
    }

    /** How often it was asked to look at its readiness again. */
    public int rechecks() {
        return rechecks.get();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name(Locale locale) {
        return id;
    }

    @Override
    public String pluginId() {
        return id;
    }

    @Override
    public String pluginVersion() {
        return "1.0.0";
    }

    @Override
    public Readiness readiness() {
        return readiness;
    }

    @Override
    public void recheckReadiness() {
        rechecks.incrementAndGet();
    }

    @Override
    public Duration declaredRuntime(int images) {
        return declaredRuntime.multipliedBy(images);
    }

    @Override
    public int maxImagesPerCall() {
        return maxImagesPerCall;
    }

    @Override
    public Optional<Slot> tryAcquire() {
        onAcquire.run();
        boolean taken = freeSlots.getAndUpdate(free -> Math.max(0, free - 1)) > 0;
        return taken ? Optional.of(new TestSlot()) : Optional.empty();
    }

    private Behaviour nextBehaviour() {
        synchronized (nextCalls) {
            return Optional.ofNullable(nextCalls.poll()).orElse(otherwise);
        }
    }

    private final class TestSlot implements Slot {
        private final AtomicBoolean closed = new AtomicBoolean();

        @Override
        public HostedProvider provider() {
            return TestProvider.this;
        }

        @Override
        public ProviderCall generate(GenerationRequest request, List<ImageSink> sinks) {
            calls.add(new Call(request, sinks.stream().map(ImageSink::index).toList()));
            return new TestCall(nextBehaviour(), request, sinks);
        }

        @Override
        public CompletableFuture<Void> withdrawn() {
            return withdrawn;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                freeSlots.incrementAndGet();
            }
        }
    }

    private static final class TestCall implements ProviderCall {
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final Thread thread;

        TestCall(Behaviour behaviour, GenerationRequest request, List<ImageSink> sinks) {
            thread = new Thread(() -> call(behaviour, request, sinks), "plugin");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public CompletableFuture<Void> done() {
            return done;
        }

        @Override
        public void interrupt() {
            thread.interrupt();
        }

        private void call(Behaviour behaviour, GenerationRequest request, List<ImageSink> sinks) {
            try {
                behaviour.generate(request, sinks);
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        }
    }
}
