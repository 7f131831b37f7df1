package dev.easel.host.runtime;

import dev.easel.host.runtime.RuntimeEstimator.Estimate;
import dev.easel.host.task.TestProvider;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DeclaredRuntimesTest {
    @Test
    void theProvidersOwnGuessForThatNumberOfImagesIsBelieved() {
        TestProvider provider = new TestProvider("painter").declaring(Duration.ofSeconds(7));
        assertEquals(
                new Estimate(Duration.ofSeconds(21), Duration.ofSeconds(21)),
                new DeclaredRuntimes().estimate(provider, 3));
    }
}
