package dev.easel.api.contract;

import dev.easel.api.plugin.PluginConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TestPluginContextTest {
    private final TestPluginContext empty = TestPluginContext.in(Path.of("data"));

    @Test
    void aValueOfEachTypeIsGivenBack() {
        PluginConfiguration configuration = empty.with("palette", "warm")
                .with("size", 512)
                .with("strength", 0.5)
                .with("dark", true)
                .with("timeout", Duration.ofSeconds(90))
                .with("colours", List.of("red", "green"))
                .configuration();
        assertEquals("warm", configuration.string("palette"));
        assertEquals(512, configuration.integer("size"));
        assertEquals(0.5, configuration.number("strength"));
        assertTrue(configuration.bool("dark"));
        assertEquals(Duration.ofSeconds(90), configuration.duration("timeout"));
        assertEquals(List.of("red", "green"), configuration.strings("colours"));
    }

    @Test
    void aWholeNumberServesAsANumberToo() {
        assertEquals(2.0, empty.with("strength", 2).configuration().number("strength"));
    }

    @Test
    void sectionsHoldTheKeysBelowTheirNames() {
        PluginConfiguration configuration = empty.with("services.local.url", "http://127.0.0.1")
                .with("services.local.limits.images", 4)
                .with("services.remote.url", "https://images.example")
                .with("services-of-others", "none")
                .configuration();
        assertEquals(
                Set.of("local", "remote"), configuration.sections("services").keySet());
        PluginConfiguration local =
                configuration.sections("services").values().iterator().next();
        assertEquals("http://127.0.0.1", local.string("url"));
        assertEquals(4, local.integer("limits.images"));
        assertEquals(Set.of(), configuration.sections("models").keySet());
    }

    @Test
    void aKeyThatTheTestDoesNotConfigureIsNamed() {
        IllegalArgumentException missing = assertThrows(
                IllegalArgumentException.class, () -> empty.configuration().string("key"));
        assertEquals(
                "The test configures key as null, which is no String; set it with TestPluginContext.with(\"key\", …)",
                missing.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> empty.with("size", "large").configuration().integer("size"));
    }

    @Test
    void aContextIsNotChangedByAnotherOneMadeFromIt() {
        TestPluginContext one = empty.with("size", 1);
        assertEquals(2, one.with("size", 2).configuration().integer("size"));
        assertEquals(1, one.configuration().integer("size"));
    }

    @Test
    void secretsAreNotShown() {
        String shown = empty.with("key", "sk-123").configuration().toString();
        assertTrue(shown.contains("key"), shown);
        assertFalse(shown.contains("sk-123"), shown);
    }

    @Test
    void termsThatMakeNoSenseAreRefused() {
        ContractTerms terms = ContractTerms.usual();
        assertThrows(IllegalArgumentException.class, () -> terms.withPrompt(" "));
        assertThrows(IllegalArgumentException.class, () -> terms.withDeadline(Duration.ZERO));
    }

    @Test
    void theManagerIsNotThereUnlessItIsGiven() {
        assertThrows(IllegalStateException.class, empty::manager);
    }
}
