package dev.easel.host.task;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.task.TaskRequest;
import dev.easel.host.image.ImageInfo;
import dev.easel.host.provider.HostedProvider.Slot;
import dev.easel.host.task.RunOutcome.Cancelled;
import dev.easel.host.task.RunOutcome.Lacking;
import dev.easel.host.task.RunOutcome.ProviderAtFault;
import dev.easel.host.task.RunOutcome.RequestAtFault;
import dev.easel.host.task.RunOutcome.Succeeded;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(30)
class RunExecutionTest {
    private static final long TASK = 7;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final TestProvider provider = new TestProvider("painter");
    private final InMemoryImageStore images = new InMemoryImageStore();
    private final ActiveRun run =
            new ActiveRun(new Attempt(TASK, 3, TaskRequest.of("a fox", "app", 2), 0, Optional.empty()), fraction -> {});

    @Test
    void imagesThatWereWrittenArePublishedUnderTheAttempt() {
        Succeeded outcome = assertInstanceOf(Succeeded.class, execute(LONG));
        assertEquals(
                List.of(0, 1), outcome.images().stream().map(ImageInfo::index).toList());
        assertTrue(images.find(TASK, 3, outcome.images().get(1)).isPresent());
    }

    @Test
    void aProviderThatReturnsWithoutAnImageIsAtFaultAndTheReasonNamesTheImage() {
        provider.always((request, sinks) -> sinks.get(0).write(Behaviour.png()));
        ProviderAtFault outcome = assertInstanceOf(ProviderAtFault.class, execute(LONG));
        assertTrue(outcome.reason().contains("image 1 was not written"), outcome.reason());
        assertFalse(images.holds(TASK));
    }

    @Test
    void whatTheProviderSaysOfItsFailureDecides() {
        assertEquals(
                new RequestAtFault("the prompt is refused"),
                outcomeOf(GenerationException.requestAtFault("the prompt is refused")));
        assertEquals(
                new ProviderAtFault("overloaded", Optional.empty()),
                outcomeOf(GenerationException.providerAtFault("overloaded", null)));
        assertEquals(
                new ProviderAtFault("overloaded", Optional.of(Duration.ofSeconds(9))),
                outcomeOf(GenerationException.providerAtFault("overloaded", Duration.ofSeconds(9), null)));
        assertEquals(new Lacking("no key"), outcomeOf(GenerationException.lacking("no key", null)));
    }

    @Test
    void aRunWhosePluginIsUnloadedIsNoFailureOfTheProvider() {
        provider.always((request, sinks) -> {
            provider.withdraw();
            throw new InterruptedException("unloaded");
        });
        assertInstanceOf(Cancelled.class, execute(LONG));
    }

    @Test
    void aRunThatDoesNotNoticeThatItsPluginIsUnloadedIsCancelled() {
        provider.always((request, sinks) -> {
            provider.withdraw();
            while (!request.cancellation().isCancelled()) {
                Thread.onSpinWait();
            }
        });
        assertInstanceOf(Cancelled.class, execute(LONG));
    }

    @ParameterizedTest
    @MethodSource("anythingElse")
    void anythingElseThatIsThrownIsTheProvidersFaultAndIsNamed(Throwable thrown) {
        ProviderAtFault outcome = assertInstanceOf(ProviderAtFault.class, outcomeOf(thrown));
        assertTrue(outcome.reason().contains(thrown.getClass().getName()), outcome.reason());
        assertEquals(Optional.empty(), outcome.retryAfter());
    }

    static List<Throwable> anythingElse() {
        return List.of(
                new IOException("connection reset"),
                new InterruptedException("of its own making"),
                new IllegalStateException(),
                new CancellationException("of its own making"),
                new TimeoutException("of its own making"),
                new NoClassDefFoundError("com/example/Missing"),
                new StackOverflowError(),
                new OutOfMemoryError("not really"),
                new AssertionError("on purpose"));
    }

    @Test
    void aRunBeyondItsDeadlineIsTheProvidersFault() {
        provider.always(Behaviour.workingUntilInterrupted());
        ProviderAtFault outcome = assertInstanceOf(ProviderAtFault.class, execute(SHORT));
        assertTrue(outcome.reason().contains("took longer than"), outcome.reason());
    }

    @Test
    void aProviderThatStopsAtItsDeadlineAsTheApiSuggestsIsStillAtFault() {
        provider.always(Behaviour.workingUntilCancelled());
        ProviderAtFault outcome = assertInstanceOf(ProviderAtFault.class, execute(SHORT));
        assertTrue(outcome.reason().contains("took longer than"), outcome.reason());
    }

    @Test
    void aCancelledRunIsCancelledHoweverTheProviderEnds() {
        for (Behaviour end : List.of(
                Behaviour.drawing(),
                Behaviour.workingUntilCancelled(),
                Behaviour.workingUntilInterrupted(),
                Behaviour.throwing(GenerationException.requestAtFault("cancelled")),
                Behaviour.throwing(new IOException("closed")))) {
            provider.first((request, sinks) -> {
                run.cancellation().cancel();
                end.generate(request, sinks);
            });
            assertEquals(new Cancelled(), execute(LONG));
            assertFalse(images.holds(TASK));
        }
    }

    @Test
    void whatAnAbandonedProviderWritesLaterIsNotPublished() {
        CountDownLatch stubborn = new CountDownLatch(1);
        provider.always(Behaviour.drawingAfter(stubborn));
        assertInstanceOf(ProviderAtFault.class, execute(SHORT));
        stubborn.countDown();
        assertFalse(images.holds(TASK));
    }

    @Test
    void aStoreThatFailsUnexpectedlyLeavesTheTaskForAnotherTry() {
        images.failing(new IllegalStateException("on purpose"));
        ProviderAtFault outcome = assertInstanceOf(ProviderAtFault.class, execute(LONG));
        assertTrue(outcome.reason().contains("on purpose"), outcome.reason());
    }

    private RunOutcome outcomeOf(Throwable thrown) {
        provider.first(Behaviour.throwing(thrown));
        return execute(LONG);
    }

    private RunOutcome execute(Duration deadline) {
        Slot slot = provider.slots(1).tryAcquire().orElseThrow();
        return new RunExecution(run, new ProviderCaller(slot, run, SHORT), deadline).execute(images);
    }
}
