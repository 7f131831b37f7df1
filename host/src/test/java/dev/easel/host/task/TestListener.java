package dev.easel.host.task;

import dev.easel.api.event.TaskEvent;
import dev.easel.host.provider.HostedListener;
import dev.easel.host.provider.ProviderCall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that does what a test tells it, on a thread for each event. */
final class TestListener implements HostedListener {
    private final List<TaskEvent> heard = new CopyOnWriteArrayList<>();
    private final Reaction reaction;

    /** What a listener does with an event. */
    @FunctionalInterface
    interface Reaction {
        void to(TaskEvent event) throws Exception;
    }

    TestListener(Reaction reaction) {
        this.reaction = reaction;
    }

    /** A listener that only keeps what it hears. */
    TestListener() {
        this(event -> {});
    }

    List<TaskEvent> heard() {
        return List.copyOf(heard);
    }

    List<Long> ids() {
        return heard.stream().map(event -> event.task().id()).toList();
    }

    @Override
    public String pluginId() {
        return "ear";
    }

    @Override
    public ProviderCall deliver(TaskEvent event) {
        heard.add(event);
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> react(event, done), "plugin-ear");
        thread.setDaemon(true);
        thread.start();
        return new Call(done, thread);
    }

    private void react(TaskEvent event, CompletableFuture<Void> done) {
        try {
            reaction.to(event);
            done.complete(null);
        } catch (Throwable e) {
            done.completeExceptionally(e);
        }
    }

    private record Call(CompletableFuture<Void> done, Thread thread) implements ProviderCall {
        @Override
        public void interrupt() {
            thread.interrupt();
        }
    }
}
