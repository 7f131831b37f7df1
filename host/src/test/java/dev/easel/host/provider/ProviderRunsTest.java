package dev.easel.host.provider;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ProviderRunsTest {
    /** Does what the prompt says. */
    private static final String ACTOR = """
            @Override public int slots() { return 2; }
            @Override public int maxImagesPerCall() { return 3; }

            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks)
                    throws IOException, InterruptedException {
                switch (request.prompt()) {
                    case "refuse" -> throw GenerationException.requestAtFault("too rude");
                    case "overflow" -> generate(request, sinks);
                    case "fail" -> throw new Error("broken");
                    case "sleep" -> sleep();
                    case "sulk" -> sulk(request);
                    case "spoil" -> {
                        Thread.currentThread().interrupt();
                        Thread.currentThread().setContextClassLoader(null);
                    }
                    default -> sinks.get(0).write((Thread.currentThread().isInterrupted() + " "
                            + (Thread.currentThread().getContextClassLoader() == getClass().getClassLoader())).getBytes());
                }
            }

            private void sleep() throws InterruptedException {
                report("sleeping");
                try {
                    Thread.sleep(600_000);
                } catch (InterruptedException e) {
                    report("interrupted");
                    throw e;
                }
            }

            private void sulk(GenerationRequest request) {
                report("sulking");
                while (!request.cancellation().isCancelled()) {
                    try {
                        Thread.sleep(5);
                    } catch (InterruptedException e) {
                        report("interrupted");
                    }
                }
                Thread.currentThread().interrupt();
            }
            """;

    private final Cancel cancel = new Cancel();
    private PluginHostBench bench;

    @BeforeEach
    void prepare(@TempDir Path folder) throws Exception {
        bench = new PluginHostBench(folder);
        bench.drop("actor", TestPluginJar.of("actor").provider("Actor", "actor", ACTOR))
                .start();
    }

    @AfterEach
    void close() {
        cancel.cancel();
        bench.close();
    }

    private HostedProvider.Slot slot() {
        return bench.provider("actor").tryAcquire().orElseThrow();
    }

    private ProviderCall start(HostedProvider.Slot slot, String prompt) {
        GenerationRequest request =
                GenerationRequest.forPrompt(prompt).cancellation(cancel).build();
        return slot.generate(request, List.of(new MemorySink(0)));
    }

    private void awaitReport(String report) {
        await().until(() -> bench.journal.reports().contains(report));
    }

    @Test
    void whatAProviderThrowsArrivesAsItIs() {
        try (HostedProvider.Slot slot = slot()) {
            GenerationException refusal =
                    assertInstanceOf(GenerationException.class, PluginHostBench.failureOf(start(slot, "refuse")));
            assertEquals(GenerationException.Kind.REQUEST, refusal.kind());
            assertInstanceOf(StackOverflowError.class, PluginHostBench.failureOf(start(slot, "overflow")));
            assertEquals(
                    "broken", PluginHostBench.failureOf(start(slot, "fail")).getMessage());
        }
    }

    @Test
    void interruptingReachesTheRun() {
        try (HostedProvider.Slot slot = slot()) {
            ProviderCall call = start(slot, "sleep");
            awaitReport("sleeping");

            call.interrupt();

            assertInstanceOf(InterruptedException.class, PluginHostBench.failureOf(call));
        }
    }

    @Test
    void interruptingARunThatHasHardlyBegunReachesItToo() {
        try (HostedProvider.Slot slot = slot()) {
            ProviderCall call = start(slot, "sleep");
            call.interrupt();

            assertInstanceOf(InterruptedException.class, PluginHostBench.failureOf(call));
        }
    }

    @Test
    void aLateInterruptAndASpoiledThreadDoNotHitTheNextRun() throws Exception {
        for (int i = 0; i < 200; i++) {
            try (HostedProvider.Slot slot = slot()) {
                ProviderCall spoiler = start(slot, "spoil");
                spoiler.done().get(20, TimeUnit.SECONDS);
                spoiler.interrupt();
            }
            assertEquals("false true", bench.run("actor", "look"));
        }
    }

    @Test
    void whoIsToldOfTheEndIsNotHitByAnInterruptThatTheRunLeftBehind() throws Exception {
        try (HostedProvider.Slot slot = slot()) {
            ProviderCall call = start(slot, "sulk");
            awaitReport("sulking");
            var interrupted =
                    call.done().thenApply(nothing -> Thread.currentThread().isInterrupted());

            cancel.cancel();

            assertFalse(interrupted.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void thereAreAsManySlotsAsTheProviderSays() {
        HostedProvider provider = bench.provider("actor");
        HostedProvider.Slot first = slot();
        HostedProvider.Slot second = slot();

        assertSame(provider, first.provider());
        assertEquals(Optional.empty(), provider.tryAcquire());

        first.close();
        first.close();
        HostedProvider.Slot third = slot();
        assertEquals(Optional.empty(), provider.tryAcquire());
        second.close();
        third.close();
    }

    @Test
    void theAdministratorMayAllowFewerOrMore(@TempDir Path folder) throws Exception {
        try (PluginHostBench allowing = new PluginHostBench(folder).allowingSlots(Map.of("actor", 1, "other", 9))) {
            allowing.drop("actor", TestPluginJar.of("actor").provider("Actor", "actor", ACTOR))
                    .start();
            HostedProvider provider = allowing.provider("actor");
            assertEquals(1, provider.slots());
            try (HostedProvider.Slot only = provider.tryAcquire().orElseThrow()) {
                assertSame(provider, only.provider());
                assertEquals(Optional.empty(), provider.tryAcquire());
            }
        }
    }

    @Test
    void aSlotIsFreeOnlyWhenItsCallHasEnded() {
        HostedProvider provider = bench.provider("actor");
        HostedProvider.Slot idle = slot();
        HostedProvider.Slot slot = slot();
        ProviderCall call = start(slot, "sulk");
        awaitReport("sulking");

        slot.close();
        assertEquals(Optional.empty(), provider.tryAcquire());

        cancel.cancel();
        call.done().join();
        provider.tryAcquire().orElseThrow().close();
        idle.close();
    }

    @Test
    void aSlotHasOneCallAtATimeAndNoneAfterItsClose() throws Exception {
        HostedProvider.Slot slot = slot();
        ProviderCall call = start(slot, "sleep");
        assertThrows(IllegalStateException.class, () -> start(slot, "look"));

        call.interrupt();
        PluginHostBench.failureOf(call);
        start(slot, "look").done().get(20, TimeUnit.SECONDS);
        slot.close();
        assertThrows(IllegalStateException.class, () -> start(slot, "look"));
    }

    @Test
    void aCallTakesAsManySinksAsTheProviderAllows() {
        List<ImageSink> four = List.of(new MemorySink(0), new MemorySink(1), new MemorySink(2), new MemorySink(3));
        GenerationRequest request = GenerationRequest.forPrompt("look").build();
        try (HostedProvider.Slot slot = slot()) {
            assertThrows(IllegalArgumentException.class, () -> slot.generate(request, List.of()));
            assertThrows(IllegalArgumentException.class, () -> slot.generate(request, four));
            slot.generate(request, four.subList(0, 3)).done().join();
        }
    }

    @Test
    void closingTheHostWaitsForARunAndThenClosesItsProvider() {
        HostedProvider provider = bench.provider("actor");
        HostedProvider.Slot slot = slot();
        start(slot, "sulk");
        awaitReport("sulking");
        Thread closing = new Thread(() -> bench.host().close(Duration.ofSeconds(20)));
        closing.start();
        await().until(() -> provider.tryAcquire()
                .map(taken -> {
                    taken.close();
                    return false;
                })
                .orElse(true));
        assertEquals(PluginStatus.State.DRAINING, bench.status("actor.jar").state());
        assertEquals(List.of("sulking"), bench.journal.reports());

        cancel.cancel();
        slot.close();

        await().until(() -> !closing.isAlive());
        assertEquals(List.of("sulking", "closed actor"), bench.journal.reports());
    }

    @Test
    void aRunThatOutlastsThePatienceIsInterrupted() {
        HostedProvider.Slot slot = slot();
        ProviderCall call = start(slot, "sleep");
        // The task that runs gives its slot back when the call has ended.
        var released = call.done().whenComplete((nothing, thrown) -> slot.close());
        awaitReport("sleeping");

        bench.host().close(Duration.ofMillis(50));

        await().until(released::isCompletedExceptionally);
        assertEquals(List.of("sleeping", "interrupted", "closed actor"), bench.journal.reports());
    }

    @Test
    void aRunThatCannotBeEndedIsLeftBehindWithoutClosingItsProvider() {
        HostedProvider.Slot slot = slot();
        start(slot, "sulk");
        awaitReport("sulking");

        bench.host().close(Duration.ofMillis(50));

        assertFalse(bench.journal.reports().contains("closed actor"));
        assertEquals(List.of(), bench.host().providers());
    }

    @Test
    void pluginsAreClosedInReverseOrderOfLoading(@TempDir Path folder) throws Exception {
        try (PluginHostBench three = new PluginHostBench(folder)) {
            three.dropGood("a").dropGood("b").dropGood("c").start();
            three.close();

            assertEquals(List.of("closed c", "closed b", "closed a"), three.journal.reports());
            assertEquals(List.of(), three.host().statuses());
        }
    }
}
