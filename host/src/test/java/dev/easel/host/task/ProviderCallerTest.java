package dev.easel.host.task;

import dev.easel.api.provider.ImageSink;
import dev.easel.api.task.TaskRequest;
import dev.easel.host.provider.HostedProvider.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(30)
class ProviderCallerTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final TestProvider provider = new TestProvider("painter");
    private final Slot slot = provider.tryAcquire().orElseThrow();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();

    @Test
    void aProviderThatMakesAnyNumberIsCalledOnce() throws Exception {
        ActiveRun run = runOf(5);
        caller(run, LONG).generate(sinks(5), LONG);
        assertEquals(List.of(List.of(0, 1, 2, 3, 4)), indices());
        assertEquals("a fox", provider.calls().get(0).request().prompt());
        assertEquals(Optional.of("alice"), provider.calls().get(0).request().userId());
    }

    @Test
    void aProviderThatMakesFewerIsCalledSeveralTimesWithRunningIndices() throws Exception {
        provider.atMostPerCall(2);
        caller(runOf(5), LONG).generate(sinks(5), LONG);
        assertEquals(List.of(List.of(0, 1), List.of(2, 3), List.of(4)), indices());
    }

    @Test
    void theNextCallBeginsWhenTheOneBeforeHasEnded() throws Exception {
        List<Integer> underWay = new ArrayList<>();
        provider.atMostPerCall(1)
                .always((request, sinks) -> underWay.add(provider.calls().size()));
        caller(runOf(3), LONG).generate(sinks(3), LONG);
        assertEquals(List.of(1, 2, 3), underWay);
    }

    @Test
    void progressRunsOverAllCalls() throws Exception {
        List<Double> seen = new ArrayList<>();
        provider.atMostPerCall(2).always((request, sinks) -> {
            for (double fraction : new double[] {0, 0.5, 1}) {
                request.progress(fraction);
            }
        });
        caller(runOf(4, seen::add), LONG).generate(sinks(4), LONG);
        assertEquals(List.of(0.0, 0.25, 0.5, 0.5, 0.75, 1.0), seen);
    }

    @Test
    void whatTheProviderThrowsComesOutAndNoFurtherCallIsMade() {
        Exception thrown = new IllegalStateException("on purpose");
        provider.atMostPerCall(1).always(Behaviour.throwing(thrown));
        ExecutionException e = assertThrows(
                ExecutionException.class, () -> caller(runOf(3), LONG).generate(sinks(3), LONG));
        assertSame(thrown, e.getCause());
        assertEquals(1, provider.calls().size());
    }

    @Test
    void aRunBeyondItsDeadlineIsToldToStop() {
        provider.always(Behaviour.workingUntilCancelled());
        ActiveRun run = runOf(1);
        assertThrows(TimeoutException.class, () -> caller(run, LONG).generate(sinks(1), SHORT));
        assertTrue(run.cancellation().isCancelled());
    }

    @Test
    void theDeadlineIsForAllCallsTogether() {
        provider.atMostPerCall(1).first(Behaviour.drawing()).always(Behaviour.workingUntilCancelled());
        assertThrows(TimeoutException.class, () -> caller(runOf(3), LONG).generate(sinks(3), Duration.ofSeconds(1)));
        assertEquals(2, provider.calls().size());
    }

    @Test
    void aProviderThatIgnoresTheCancellationIsInterrupted() {
        CountDownLatch interrupted = new CountDownLatch(1);
        provider.always((request, sinks) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        assertThrows(TimeoutException.class, () -> caller(runOf(1), SHORT).generate(sinks(1), SHORT));
        await().until(() -> interrupted.getCount() == 0);
    }

    @Test
    void aProviderThatIgnoresTheInterruptTooIsAbandonedAndItsSlotIsKeptUntilItIsDone() throws Exception {
        CountDownLatch stubborn = new CountDownLatch(1);
        provider.always(Behaviour.drawingAfter(stubborn));
        ProviderCaller caller = caller(runOf(1), SHORT);
        assertThrows(TimeoutException.class, () -> caller.generate(sinks(1), SHORT));
        caller.whenIdle(() -> idle.complete(null));
        assertFalse(idle.isDone());
        stubborn.countDown();
        assertNull(idle.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aCallThatHasEndedLeavesTheProviderIdle() throws Exception {
        ProviderCaller caller = caller(runOf(1), LONG);
        caller.generate(sinks(1), LONG);
        caller.whenIdle(() -> idle.complete(null));
        assertTrue(idle.isDone());
    }

    @Test
    void aCallThatFailedLeavesTheProviderIdle() {
        provider.always(Behaviour.throwing(new IllegalStateException("on purpose")));
        ProviderCaller caller = caller(runOf(1), LONG);
        assertThrows(ExecutionException.class, () -> caller.generate(sinks(1), LONG));
        caller.whenIdle(() -> idle.complete(null));
        assertTrue(idle.isDone());
    }

    @Test
    void aCancelledRunEndsWithoutAFurtherCall() throws Exception {
        ActiveRun run = runOf(3);
        provider.atMostPerCall(1).always((request, sinks) -> run.cancellation().cancel());
        caller(run, LONG).generate(sinks(3), LONG);
        assertEquals(1, provider.calls().size());
    }

    @Test
    void aRunThatWasCancelledBeforeItBeganCallsNobody() throws Exception {
        ActiveRun run = runOf(1);
        run.cancellation().cancel();
        ProviderCaller caller = caller(run, LONG);
        caller.generate(sinks(1), LONG);
        caller.whenIdle(() -> idle.complete(null));
        assertEquals(List.of(), provider.calls());
        assertTrue(idle.isDone());
    }

    @Test
    void aProviderThatAnswersCancellationAsTheApiSuggestsEndsTheRunQuietly() throws Exception {
        ActiveRun run = runOf(1);
        provider.always((request, sinks) -> {
            run.cancellation().cancel();
            Behaviour.workingUntilCancelled().generate(request, sinks);
        });
        assertEndsQuietlyOrWithWhatWasThrown(run);
    }

    private void assertEndsQuietlyOrWithWhatWasThrown(ActiveRun run) throws Exception {
        try {
            caller(run, LONG).generate(sinks(1), LONG);
        } catch (ExecutionException e) {
            assertTrue(run.cancellation().isCancelled());
        }
    }

    private ProviderCaller caller(ActiveRun run, Duration grace) {
        return new ProviderCaller(slot, run, grace);
    }

    private List<List<Integer>> indices() {
        return provider.calls().stream().map(TestProvider.Call::indices).toList();
    }

    private static ActiveRun runOf(int images) {
        return runOf(images, fraction -> {});
    }

    private static ActiveRun runOf(int images, DoubleConsumer progress) {
        TaskRequest request = TaskRequest.of("a fox", "app", images).withUserId("alice");
        return new ActiveRun(new Attempt(1, 1, request, Instant.EPOCH, 0, Optional.empty()), progress);
    }

    private static List<ImageSink> sinks(int count) {
        return new InMemoryImageStore().begin(1, 1, count).sinks();
    }
}
