package dev.easel.api.contract;

import dev.easel.api.provider.Cancellation.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TestCancellationTest {
    private final TestCancellation cancellation = new TestCancellation();
    private final List<String> happened = new ArrayList<>();

    @Test
    void itIsCancelledFromThenOn() {
        assertDoesNotThrow(cancellation::throwIfCancelled);
        cancellation.cancel();
        assertThrows(CancellationException.class, cancellation::throwIfCancelled);
    }

    @Test
    void actionsHappenOnceWhenItIsCancelled() {
        try (Registration ignored = cancellation.onCancel(() -> happened.add("closed"))) {
            assertEquals(List.of(), happened);
            cancellation.cancel();
            cancellation.cancel();
        }
        assertEquals(List.of("closed"), happened);
    }

    @Test
    void anActionThatComesTooLateHappensAtOnce() {
        cancellation.cancel();
        try (Registration ignored = cancellation.onCancel(() -> happened.add("closed"))) {
            assertEquals(List.of("closed"), happened);
        }
    }

    @Test
    void anActionThatWasTakenBackDoesNotHappenAndItsTwinDoes() {
        Runnable action = () -> happened.add("closed");
        try (Registration twin = cancellation.onCancel(action)) {
            cancellation.onCancel(action).close();
            cancellation.cancel();
        }
        assertEquals(List.of("closed"), happened);
    }
}
