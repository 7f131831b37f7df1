package dev.easel.host;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PatienceTest {

    @Test
    void itIsWholeWhenTheStopBegins() {
        Duration hour = Duration.ofHours(1);
        assertEquals(hour, new Patience(hour).left());
    }

    @Test
    void whatOneUsesUpTheNextDoesNotHave() {
        Patience patience = new Patience(Duration.ofHours(1));
        Duration first = patience.left();
        Awaitility.await().until(() -> patience.left().compareTo(first) < 0);
    }

    @Test
    void itEndsAtNothing() {
        Patience patience = new Patience(Duration.ofNanos(1));
        assertTrue(patience.left().compareTo(Duration.ofNanos(1)) <= 0);
        Awaitility.await().until(() -> patience.left().isZero());
    }
}
