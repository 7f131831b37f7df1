package dev.easel.host.task;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunCancellationTest {
    private final RunCancellation cancellation = new RunCancellation();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void aRunIsNotCancelledFromTheStart() {
        assertFalse(cancellation.isCancelled());
        assertFalse(cancellation.future().isDone());
        cancellation.throwIfCancelled();
    }

    @Test
    void cancellingTellsWhoeverRegistered() {
        cancellation.onCancel(told::incrementAndGet);
        cancellation.onCancel(told::incrementAndGet);
        cancellation.cancel();
        await().untilAsserted(() -> assertEquals(2, told.get()));
        assertTrue(cancellation.isCancelled());
        assertTrue(cancellation.future().isDone());
        assertThrows(CancellationException.class, cancellation::throwIfCancelled);
    }

    @Test
    void cancellingTwiceTellsOnce() {
        cancellation.onCancel(told::incrementAndGet);
        cancellation.cancel();
        cancellation.cancel();
        await().untilAsserted(() -> assertEquals(1, told.get()));
        await().during(Duration.ofMillis(100)).untilAsserted(() -> assertEquals(1, told.get()));
    }

    @Test
    void whoeverRegistersTooLateIsToldAtOnce() {
        cancellation.cancel();
        cancellation.onCancel(told::incrementAndGet);
        assertEquals(1, told.get());
    }

    @Test
    void aClosedRegistrationIsNotTold() {
        cancellation.onCancel(told::incrementAndGet).close();
        cancellation.cancel();
        assertEquals(0, told.get());
    }

    @Test
    void anActionThatHangsHoldsUpNobody() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        for (int i = 0; i < 2; i++) {
            cancellation.onCancel(() -> {
                told.incrementAndGet();
                never.join();
            });
        }
        cancellation.cancel();
        await().untilAsserted(() -> assertEquals(2, told.get()));
        never.complete(null);
    }

    @Test
    void anActionThatThrowsKeepsNobodyElseFromBeingTold() {
        for (int i = 0; i < 5; i++) {
            cancellation.onCancel(() -> {
                told.incrementAndGet();
                throw new IllegalStateException("on purpose");
            });
        }
        cancellation.cancel();
        await().untilAsserted(() -> assertEquals(5, told.get()));
    }
}
