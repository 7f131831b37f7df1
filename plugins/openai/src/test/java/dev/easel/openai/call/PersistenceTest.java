package dev.easel.openai.call;

import dev.easel.api.provider.GenerationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PersistenceTest {
    private final GenerationException failure = GenerationException.providerAtFault("Oops.", null);

    @Test
    void aTaskWithoutImagesIsGivenBackAtOnce() {
        requireGivenBack(new Persistence(false, () -> 0), failure);
    }

    @Test
    void aTaskWithImagesIsTriedTwiceMore() {
        Persistence persistence = new Persistence(true, () -> 1);
        assertEquals(Duration.ofSeconds(1), persistence.delayAfter(failure));
        assertEquals(Duration.ofSeconds(2), persistence.delayAfter(failure));
        requireGivenBack(persistence, failure);
    }

    @Test
    void everyImageGivesNewPatience() {
        Persistence persistence = new Persistence(false, () -> 0);
        for (int i = 0; i < 5; i++) {
            persistence.succeeded();
            assertEquals(Duration.ofMillis(500), persistence.delayAfter(failure));
        }
    }

    @Test
    void whatTheServiceAsksForIsKept() {
        GenerationException busy = GenerationException.providerAtFault("Busy.", Duration.ofSeconds(7), null);
        assertEquals(Duration.ofSeconds(7), new Persistence(true, () -> 0).delayAfter(busy));
    }

    @Test
    void aLongDelayIsLeftToTheHostALittleScattered() {
        GenerationException busy = GenerationException.providerAtFault("Busy.", Duration.ofSeconds(100), null);
        GenerationException given =
                assertThrows(GenerationException.class, () -> new Persistence(true, () -> 0.5).delayAfter(busy));
        assertEquals(Duration.ofSeconds(105), given.retryAfter().orElseThrow());
    }

    @Test
    void whatCannotBeDoneAgainAndWhatIsNotTheServicesFaultIsGivenBack() {
        Persistence hopeless = new Persistence(true, () -> 0);
        hopeless.giveUp();
        requireGivenBack(hopeless, failure);
        requireGivenBack(new Persistence(true, () -> 0), GenerationException.requestAtFault("No."));
        requireGivenBack(new Persistence(true, () -> 0), GenerationException.lacking("No key.", null));
    }

    private static void requireGivenBack(Persistence persistence, GenerationException failure) {
        assertSame(failure, assertThrows(GenerationException.class, () -> persistence.delayAfter(failure)));
    }
}
