package dev.easel.host.provider;

import dev.easel.api.provider.GenerationRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LivePluginsFolderTest {
    /** Says which version it is; waits while the test's switch is on, if it is told to. */
    private static final String MEMBERS = """
            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks)
                    throws IOException, InterruptedException {
                if (request.prompt().equals("wait")) {
                    report("waiting");
                    while (context.manager().hasProviders()) { Thread.sleep(5); }
                }
                sinks.get(0).write(context.pluginVersion().getBytes());
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

    private static TestPluginJar good(String version) {
        return good(version, "");
    }

    private static TestPluginJar good(String version, String members) {
        return TestPluginJar.of("good")
                .version(version)
                .provider("GoodProvider", "good", MEMBERS + members)
                .resource("version.txt", version);
    }

    private String onlyReason(String fileName) {
        List<String> reasons = bench.host().statuses().stream()
                .filter(status -> status.fileName().equals(fileName))
                .flatMap(status -> status.reasons().stream())
                .toList();
        assertEquals(1, reasons.size(), reasons::toString);
        return reasons.get(0);
    }

    @Test
    void aJarThatIsDroppedIntoTheFolderServes() throws Exception {
        bench.watch();
        assertEquals(Optional.empty(), bench.host().preferred());

        bench.drop("good", good("1.0.0"));

        bench.awaitStates("good 1.0.0 ready");
        assertEquals("1.0.0", bench.run("good", "?"));
    }

    @Test
    void aHigherVersionTakesThePlaceOfTheOneBefore() throws Exception {
        bench.drop("good", good("1.0.0")).watch();

        bench.move("good", good("1.0.1"));

        bench.awaitStates("good 1.0.1 ready");
        assertEquals("1.0.1", bench.run("good", "?"));
        await().untilAsserted(() -> assertEquals(1, bench.staged().size()));
    }

    @Test
    void aHigherVersionOfAnotherNameTakesThePlaceOfTheOneBefore() throws Exception {
        bench.drop("good-1.9.0", good("1.9.0")).watch();

        bench.drop("good-1.10.0", good("1.10.0"));

        bench.awaitStates("good 1.10.0 ready", "good 1.9.0 failed");
        assertEquals("1.10.0", bench.run("good", "?"));
        assertTrue(
                onlyReason("good-1.9.0.jar").startsWith("Version 1.10.0 of plugin good was loaded from good-1.10.0"));
    }

    @Test
    void aPluginWhoseJarIsRemovedIsUnloaded() throws Exception {
        bench.drop("good", good("1.0.0")).watch();

        bench.remove("good");

        bench.awaitStates();
        assertEquals(List.of(), bench.host().providers());
        assertEquals(List.of("closed good"), bench.journal.reports());
        await().untilAsserted(() -> assertEquals(List.of(), bench.staged()));
    }

    @Test
    void whenTheHighestVersionIsRemovedTheNextServes() throws Exception {
        bench.drop("a", good("1.0.0")).drop("b", good("2.0.0")).watch();
        assertEquals("2.0.0", bench.run("good", "?"));

        bench.remove("b");

        bench.awaitStates("good 1.0.0 ready");
        assertEquals("1.0.0", bench.run("good", "?"));
    }

    @Test
    void aLowerOrEqualVersionOfTheSameNameIsRefusedAndTheOneBeforeServesOn() throws Exception {
        bench.drop("good", good("1.0.0")).watch();

        bench.move("good", good("1.0.0", "int other;"));

        bench.awaitStates("good 1.0.0 ready", "good 1.0.0 failed");
        assertTrue(onlyReason("good.jar").contains("only a higher version takes its place"));
        bench.move("good", good("0.9.0"));
        bench.awaitStates("good 1.0.0 ready", "good 0.9.0 failed");
        assertEquals("1.0.0", bench.run("good", "?"));
    }

    @Test
    void theSameContentWrittenAgainChangesNothing() throws Exception {
        Path jar = good("1.0.0").writeTo(bench.plugins.resolve("good.jar"));
        bench.watch();
        HostedProvider before = bench.provider("good");

        Files.write(jar, Files.readAllBytes(jar));
        bench.drop("other", TestPluginJar.of("other").provider("Other", "other", ""));

        bench.awaitStates("good 1.0.0 ready", "other 1.0.0 ready");
        assertEquals(before, bench.provider("good"));
    }

    @Test
    void overwritingOrDamagingTheOriginalHurtsNoRunningPlugin() throws Exception {
        bench.drop(
                        "good",
                        good(
                                "1.0.0",
                                "@Override public String name(Locale locale) { return new Object() {"
                                        + " @Override public String toString() { return \"from a class loaded late\"; } }.toString(); }"))
                .watch();

        Files.write(bench.plugins.resolve("good.jar"), new byte[5000]);

        bench.awaitStates("good 1.0.0 ready", "good.jar failed");
        assertEquals("from a class loaded late", bench.provider("good").name(java.util.Locale.ENGLISH));
        assertTrue(onlyReason("good.jar").startsWith("good.jar is not a jar or is damaged"));
    }

    @Test
    void ifANewVersionFailsTheOldOneServesOnAndTheReasonIsShown() throws Exception {
        bench.drop("good", good("1.0.0")).watch();

        bench.move("good", good("2.0.0", "{ if (true) throw new Error(\"no luck\"); }"));

        bench.awaitStates("good 1.0.0 ready", "good 2.0.0 failed");
        assertTrue(onlyReason("good.jar").contains("no luck"));
        assertEquals("1.0.0", bench.run("good", "?"));
        bench.move("good", good("2.0.1"));
        bench.awaitStates("good 2.0.1 ready");
    }

    @Test
    void aNewVersionThatDoesNotBecomeReadyDoesNotTakeOver() throws Exception {
        bench.takingOverWithin(Duration.ofMillis(100))
                .drop("good", good("1.0.0"))
                .watch();

        bench.move("good", good("2.0.0", """
                @Override public Readiness readiness() { return Readiness.notReady("The model is missing."); }
                """));

        bench.awaitStates("good 1.0.0 ready", "good 2.0.0 failed");
        assertEquals(
                "Its provider good is not ready: The model is missing. Version 1.0.0, whose provider is ready, "
                        + "serves on.",
                onlyReason("good.jar"));
        assertEquals("1.0.0", bench.run("good", "?"));
    }

    @Test
    void aNewVersionThatNeedsAWhileTakesOverWhenItIsReady() throws Exception {
        bench.drop("good", good("1.0.0")).watch();

        bench.move("good", good("2.0.0", """
                private boolean asked;

                @Override public Readiness readiness() {
                    if (asked) { return Readiness.ready(); }
                    asked = true;
                    return Readiness.notReady("It warms up.");
                }
                """));

        bench.awaitStates("good 2.0.0 ready");
        assertEquals("2.0.0", bench.run("good", "?"));
    }

    @Test
    void runsOfTheOldVersionEndOnItWhileTheNewOneServes() throws Exception {
        bench.drop("good", good("1.0.0")).watch();
        bench.journal.switchOn(true);
        MemorySink sink = new MemorySink(0);
        HostedProvider.Slot slot = bench.provider("good").tryAcquire().orElseThrow();
        ProviderCall running = slot.generate(GenerationRequest.forPrompt("wait").build(), List.of(sink));
        await().until(() -> bench.journal.reports().contains("waiting"));

        bench.move("good", good("2.0.0"));

        bench.awaitStates("good 2.0.0 ready", "good 1.0.0 draining");
        assertEquals("2.0.0", bench.run("good", "?"));
        bench.journal.switchOn(false);
        running.done().get(20, TimeUnit.SECONDS);
        slot.close();
        assertEquals("1.0.0", sink.text());
        assertFalse(slot.withdrawn().isDone());
        bench.awaitStates("good 2.0.0 ready");
    }

    @Test
    void aRunThatOutlivesTheDrainTimeIsTakenBack() throws Exception {
        bench.drainingFor(Duration.ofMillis(50)).drop("good", good("1.0.0")).watch();
        bench.journal.switchOn(true);
        HostedProvider.Slot slot = bench.provider("good").tryAcquire().orElseThrow();
        ProviderCall running = slot.generate(GenerationRequest.forPrompt("wait").build(), List.of(new MemorySink(0)));
        await().until(() -> bench.journal.reports().contains("waiting"));

        bench.move("good", good("2.0.0"));

        assertInstanceOf(InterruptedException.class, PluginHostBench.failureOf(running));
        assertTrue(slot.withdrawn().isDone());
        slot.close();
        bench.awaitStates("good 2.0.0 ready");
    }

    @Test
    void aProviderIdIsFreeAgainWhenItsPluginIsGone() throws Exception {
        bench.drop("good", good("1.0.0")).watch();
        bench.drop("rival", TestPluginJar.of("rival").provider("Rival", "good", ""));
        bench.awaitStates("good 1.0.0 ready", "rival 1.0.0 failed");
        assertTrue(onlyReason("rival.jar").contains("is that of a provider of plugin good"));

        bench.remove("good");

        bench.awaitStates("rival 1.0.0 ready");
        assertEquals("rival", bench.provider("good").pluginId());
    }

    @Test
    void aJarThatIsWrittenPieceByPieceServesWhenItIsComplete() throws Exception {
        byte[] bytes = Files.readAllBytes(good("1.0.0").writeTo(bench.data.resolveSibling("elsewhere.jar")));
        Path jar = bench.plugins.resolve("good.jar");
        bench.watch();

        Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
        bench.awaitStates("good.jar failed");
        Files.write(jar, bytes);

        bench.awaitStates("good 1.0.0 ready");
    }

    @Test
    void rubbishIsToldWhyUntilItIsRemoved() throws Exception {
        bench.watch();

        Files.writeString(bench.plugins.resolve("rubbish.jar"), "rubbish");

        bench.awaitStates("rubbish.jar failed");
        bench.remove("rubbish").awaitStates();
    }

    @Test
    void whileTheFolderIsGoneAllServesOn() throws Exception {
        bench.drop("good", good("1.0.0")).watch();
        Path elsewhere = bench.plugins.resolveSibling("elsewhere");

        Path next = Files.createDirectories(bench.plugins.resolveSibling("next"));
        Files.copy(bench.plugins.resolve("good.jar"), next.resolve("good.jar"));

        Files.move(bench.plugins, elsewhere);
        assertEquals("1.0.0", bench.run("good", "?"));
        Files.move(next, bench.plugins);
        bench.drop("other", TestPluginJar.of("other").provider("Other", "other", ""));

        bench.awaitStates("good 1.0.0 ready", "other 1.0.0 ready");
    }

    @Test
    void changesAreToldToThoseWhoListen() throws Exception {
        bench.watch();
        List<Integer> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        bench.host().onChange(() -> seen.add(bench.host().providers().size()));

        bench.drop("good", good("1.0.0")).awaitStates("good 1.0.0 ready");
        bench.move("good", good("2.0.0")).awaitStates("good 2.0.0 ready");
        assertFalse(seen.contains(0), seen::toString);
        bench.remove("good").awaitStates();

        assertTrue(seen.contains(0), seen::toString);
    }

    @Test
    void whatAKilledHostLeftInTheStagingFolderIsDeleted() throws IOException {
        Files.createDirectories(bench.staging());
        Files.writeString(bench.staging().resolve("0".repeat(64) + ".jar"), "left over");
        Files.writeString(bench.staging().resolve("copying123.tmp"), "half");

        bench.dropGood("good").start();

        assertEquals(1, bench.staged().size());
        assertTrue(bench.staged().get(0).toString().matches(".*/[0-9a-f]{64}\\.jar"));
    }

    @Test
    void whereJarsArePinnedOnlyListedOnesAreLoaded() throws Exception {
        Path jar = good("1.0.0").writeTo(bench.plugins.resolve("good.jar"));
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        Files.writeString(bench.pins(), sum + "  good.jar\n");
        bench.pinned().watch();

        bench.move("good", good("2.0.0"));

        bench.awaitStates("good 1.0.0 ready", "good 2.0.0 failed");
        assertTrue(onlyReason("good.jar").startsWith("The jar's SHA-256 is "));
    }
}
