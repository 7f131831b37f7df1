package dev.easel.host.provider;

import dev.easel.api.provider.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProviderAnswersTest {
    /** Is ready when the test's switch is on. */
    private static final String SWITCHED = """
            @Override public Readiness readiness() {
                return context.manager().hasProviders() ? Readiness.ready() : Readiness.notReady("No model.");
            }
            """;

    private PluginHostBench bench;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        bench = new PluginHostBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private HostedProvider start(String members) throws Exception {
        bench.drop("odd", TestPluginJar.of("odd").provider("Odd", "odd", members))
                .start();
        return bench.provider("odd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"return 0;", "return -1;", "throw new Error();"})
    void badNumbersAreTakenAsOne(String body) throws Exception {
        HostedProvider provider = start("@Override public int slots() { %s }".formatted(body)
                + "@Override public int maxImagesPerCall() { %s }".formatted(body));

        assertEquals(1, provider.maxImagesPerCall());
        HostedProvider.Slot only = provider.tryAcquire().orElseThrow();
        assertEquals(Optional.empty(), provider.tryAcquire());
        only.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"return null;", "return \"  \";", "return \"x\".repeat(500);", "throw new Error();"})
    void aProviderWithoutAGoodNameIsCalledByItsId(String body) throws Exception {
        assertEquals(
                "odd",
                start("@Override public String name(Locale locale) { %s }".formatted(body))
                        .name(Locale.FRENCH));
    }

    @Test
    void aNameIsAskedOncePerLanguage() throws Exception {
        HostedProvider provider = start("""
                @Override public String name(Locale locale) {
                    report(locale.getLanguage());
                    return "name in " + locale.getLanguage();
                }
                """);

        for (int i = 0; i < 3; i++) {
            assertEquals("name in fr", provider.name(Locale.FRENCH));
            assertEquals("name in de", provider.name(Locale.GERMAN));
        }
        assertEquals(List.of("fr", "de"), bench.journal.reports());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"return null;", "return Duration.ZERO;", "return Duration.ofSeconds(-1);", "throw new Error();"})
    void aProviderWithoutAGoodRuntimeIsTakenToBeSlow(String body) throws Exception {
        assertEquals(
                ProviderAnswers.UNKNOWN_RUNTIME,
                start("@Override public Duration expectedRuntime(int images) { %s }".formatted(body))
                        .declaredRuntime(1));
    }

    @Test
    void theLastGoodRuntimeStandsWhileThereIsNone() throws Exception {
        HostedProvider provider = start("""
                @Override public Duration expectedRuntime(int images) {
                    if (context.manager().hasProviders()) { throw new IllegalStateException(); }
                    return Duration.ofSeconds(7 * images);
                }
                """);
        assertEquals(Duration.ofSeconds(14), provider.declaredRuntime(2));

        bench.journal.switchOn(true);

        assertEquals(Duration.ofSeconds(14), provider.declaredRuntime(2));
        assertEquals(ProviderAnswers.UNKNOWN_RUNTIME, provider.declaredRuntime(3));
    }

    @Test
    void aProviderThatHangsIsWaitedForOnlyOnce() throws Exception {
        bench.answeringWithin(Duration.ofMillis(1500));
        HostedProvider provider = start("""
                @Override public Duration expectedRuntime(int images) {
                    report("asked");
                    while (!context.manager().hasProviders()) {
                        try { Thread.sleep(5); } catch (InterruptedException stubborn) { }
                    }
                    return Duration.ofSeconds(1);
                }
                """);
        long begin = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertEquals(ProviderAnswers.UNKNOWN_RUNTIME, provider.declaredRuntime(1));
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 15);
        assertEquals(List.of("asked"), bench.journal.reports());

        bench.journal.switchOn(true);

        await().until(() -> provider.declaredRuntime(1).equals(Duration.ofSeconds(1)));
    }

    @Test
    void aProviderThatIsNotReadyIsAskedAgainUntilItIs() throws Exception {
        AtomicInteger changes = new AtomicInteger();
        bench.recheckingEvery(Duration.ofMillis(20));
        HostedProvider provider = start(SWITCHED);
        assertEquals(Readiness.notReady("No model."), provider.readiness());
        assertEquals(Optional.empty(), bench.host().preferred());
        PluginStatus before = bench.status("odd.jar");
        assertEquals(PluginStatus.State.NOT_READY, before.state());
        assertEquals(List.of("Provider odd: No model."), before.reasons());
        bench.host().onChange(changes::incrementAndGet);

        bench.journal.switchOn(true);

        await().until(() -> changes.get() == 1);
        assertTrue(provider.readiness().isReady());
        assertEquals(PluginStatus.State.READY, bench.status("odd.jar").state());
        assertEquals(List.of(), bench.status("odd.jar").reasons());
    }

    @Test
    void aReadyProviderIsAskedAgainOnlyWhenToldTo() throws Exception {
        bench.journal.switchOn(true);
        bench.recheckingEvery(Duration.ofMillis(20));
        HostedProvider provider = start(SWITCHED);
        bench.journal.switchOn(false);
        assertTrue(provider.readiness().isReady());

        provider.recheckReadiness();

        await().until(() -> !provider.readiness().isReady());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return null;|returned null",
                "throw new Error(\"dizzy\");|threw java.lang.Error: dizzy",
                "try { Thread.sleep(600_000); } catch (InterruptedException e) { } return Readiness.ready();"
                        + "|did not answer within 1500 ms"
            })
    void aProviderThatCannotTellIsNotReady(String bodyAndReason) throws Exception {
        String[] parts = bodyAndReason.split("\\|", -1);
        bench.answeringWithin(Duration.ofMillis(1500));

        HostedProvider provider = start("@Override public Readiness readiness() { %s }".formatted(parts[0]));

        assertEquals(Readiness.State.NOT_READY, provider.readiness().state());
        assertEquals(
                List.of("Its readiness() " + parts[1] + "."),
                provider.readiness().reasons());
    }

    @Test
    void aListenerThatThrowsDoesNotKeepOthersFromHearing() throws Exception {
        AtomicInteger changes = new AtomicInteger();
        HostedProvider provider = start(SWITCHED);
        bench.host().onChange(() -> {
            throw new IllegalStateException("on purpose");
        });
        bench.host().onChange(changes::incrementAndGet);
        bench.journal.switchOn(true);

        provider.recheckReadiness();

        await().until(() -> changes.get() == 1);
    }

    @Test
    void thePlaceholderIsNoStandInForAProviderThatFails() throws Exception {
        bench.dropGood("placeholder");
        start(SWITCHED);

        assertEquals(
                List.of("odd"),
                bench.host().providers().stream().map(HostedProvider::id).toList());
        assertFalse(bench.host().preferred().isPresent());
    }

    @Test
    void theConfiguredOrderHolds() throws Exception {
        bench.preferring("b", "unknown").dropGood("a").dropGood("b").start();

        assertEquals(
                List.of("b", "a"),
                bench.host().providers().stream().map(HostedProvider::id).toList());
    }
}
