package dev.easel.host.task;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.provider.PluginStatus;
import dev.easel.host.provider.ProviderTimings;
import dev.easel.host.provider.TestPluginJar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A zoo of misbehaving plugins in one folder with a good one, which never notices. */
@Timeout(180)
class MisbehavingPluginsTest {
    private static final Owner ALICE = Owner.user("alice");
    private static final Duration BUDGET = Duration.ofSeconds(60);

    private static final String DRAWING = """
            @Override public void close() {}
            @Override public int slots() { return 4; }

            static byte[] picture() {
                return Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQV"
                        + "R42mP8z8Dwn4EIAAkYAgFaQbIVAAAAAElFTkSuQmCC");
            }

            static void draw(List<ImageSink> sinks) throws IOException {
                for (ImageSink sink : sinks) { sink.write(picture()); }
            }
            """;

    private static final String GENERATE = DRAWING + """
            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks)
                    throws IOException, InterruptedException {
                %s
            }
            """;

    /** What fails its runs, and what the reason then says. */
    private static final Map<String, List<String>> FAILING = Map.ofEntries(
            animal("throws", "throw new IllegalStateException(\"no luck\");", "IllegalStateException: no luck"),
            animal("errs", "throw new AssertionError(\"never\");", "AssertionError: never"),
            animal("overflows", "generate(request, sinks);", "StackOverflowError"),
            animal("links", "throw new NoClassDefFoundError(\"gone/Away\");", "NoClassDefFoundError: gone/Away"),
            animal(
                    "devours",
                    "List<long[]> all = new ArrayList<>(); while (true) { all.add(new long[Integer.MAX_VALUE - 8]); }",
                    "OutOfMemoryError"),
            animal("hangs", "Thread.sleep(600_000);", "took longer than 3 s"),
            animal(
                    "ignores",
                    "long end = System.nanoTime() + 40_000_000_000L; while (System.nanoTime() < end) {"
                            + " try { Thread.sleep(50); } catch (InterruptedException e) { } }",
                    "took longer than 3 s"),
            animal("writes-nothing", "", "Image 0 was not written"),
            animal("writes-garbage", "sinks.get(0).write(\"rubbish\".getBytes());", "Image 0"),
            animal(
                    "writes-much",
                    "try (var out = sinks.get(0).openStream()) {"
                            + " byte[] block = new byte[1 << 20]; while (true) { out.write(block); } }",
                    "Image 0"),
            animal("closes-nothing", "sinks.get(0).openStream().write(picture());", "was not finished after"),
            animal("stops-itself", "Thread.currentThread().stop();", "UnsupportedOperationException|ThreadDeath"));

    /** What succeeds all the same. */
    private static final Map<String, String> HARMLESS = Map.of(
            "writes-late",
            "draw(sinks); new Thread(() -> { try { Thread.sleep(20); sinks.get(0).write(picture()); }"
                    + " catch (Exception refused) { } }).start();",
            "floods",
            "for (int i = 0; i < 20_000; i++) { context.logger().info(\"flood {}\", i); } draw(sinks);",
            "starts-threads",
            "for (int i = 0; i < 20; i++) { Thread t = new Thread(() -> { try { Thread.sleep(5_000); }"
                    + " catch (InterruptedException e) { } }); t.setDaemon(true); t.start(); } draw(sinks);",
            "keeps-locals",
            "new ThreadLocal<Object>().set(new byte[1000]); draw(sinks);",
            "keeps-a-timer",
            "new Timer(true).schedule(new TimerTask() { @Override public void run() { } }, 60_000); draw(sinks);",
            "spoils-its-thread",
            "draw(sinks); Thread.currentThread().setContextClassLoader(null); Thread.currentThread().interrupt();");

    private ServiceBench bench;
    private TaskService service;

    private static Map.Entry<String, List<String>> animal(String id, String statements, String reason) {
        return Map.entry(id, List.of(statements, reason));
    }

    @BeforeEach
    void fillTheZoo(@TempDir Path folder) throws IOException {
        bench = new ServiceBench(folder)
                .with("EASEL_RETRY_FOR", "0s")
                .with("EASEL_RUN_DEADLINE_FACTOR", "1")
                .with("EASEL_RUN_DEADLINE_MIN", "3s")
                .with("EASEL_RUN_DEADLINE_MAX", "3s")
                .waiting(new ProviderTimings(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(1)));
        drop("good", DRAWING + """
                @Override
                public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException {
                    draw(sinks);
                }
                """);
        for (Map.Entry<String, List<String>> animal : FAILING.entrySet()) {
            drop(animal.getKey(), GENERATE.formatted(animal.getValue().get(0)));
        }
        for (Map.Entry<String, String> animal : HARMLESS.entrySet()) {
            drop(animal.getKey(), GENERATE.formatted(animal.getValue()));
        }
        drop(
                "blocks-in-constructor",
                DRAWING + "{ try { Thread.sleep(600_000); } catch (InterruptedException e) { } }");
        drop("blocks-in-readiness", DRAWING + """
                @Override public Readiness readiness() {
                    try { Thread.sleep(600_000); } catch (InterruptedException e) { }
                    return Readiness.ready();
                }
                """);
        service = bench.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        bench.close();
    }

    private void drop(String id, String members) throws IOException {
        bench.drop(id, TestPluginJar.of(id).provider("Animal", id, members));
    }

    private CompletableFuture<Task> order(String providerId) {
        bench.registry().prefer(providerId);
        TaskRequest request = TaskRequest.of("a fox", "zoo", 1).withUserId("alice");
        return service.manager().runOrSchedule(request, ALICE, BUDGET);
    }

    private String failureOf(Task task) {
        return bench.reports().show(task.id()).orElseThrow().failureReason().orElse("");
    }

    private void assertGoodWorks(String during) throws Exception {
        Task task = order("good").get(60, TimeUnit.SECONDS);
        assertEquals(TaskStatus.SUCCESSFUL, task.status(), () -> "beside " + during + ": " + failureOf(task));
    }

    @Test
    void eachIsNamedWithItsReasonAndTheGoodOneNeverNotices() throws Exception {
        Map<String, CompletableFuture<Task>> bad = new LinkedHashMap<>();
        List<CompletableFuture<Task>> harmless = new ArrayList<>();
        for (String id : FAILING.keySet()) {
            bad.put(id, order(id));
            assertGoodWorks(id);
        }
        for (String id : HARMLESS.keySet()) {
            harmless.add(order(id));
            assertGoodWorks(id);
        }

        for (Map.Entry<String, CompletableFuture<Task>> animal : bad.entrySet()) {
            Task task = animal.getValue().get(60, TimeUnit.SECONDS);
            assertEquals(TaskStatus.FAILED, task.status(), animal.getKey());
            String reason = failureOf(task);
            String expected =
                    Objects.requireNonNull(FAILING.get(animal.getKey())).get(1);
            assertTrue(
                    List.of(expected.split("\\|")).stream().anyMatch(reason::contains),
                    () -> animal.getKey() + ": " + reason);
        }
        for (CompletableFuture<Task> each : harmless) {
            Task task = each.get(60, TimeUnit.SECONDS);
            assertEquals(TaskStatus.SUCCESSFUL, task.status(), () -> failureOf(task));
        }
        assertGoodWorks("all");
        assertStatus("blocks-in-constructor", PluginStatus.State.FAILED, "did not answer within 2 s");
        assertStatus("blocks-in-readiness", PluginStatus.State.NOT_READY, "readiness() did not answer within 2 s");
    }

    private void assertStatus(String id, PluginStatus.State state, String reason) {
        PluginStatus status = bench.plugins().statuses().stream()
                .filter(each -> each.fileName().equals(id + ".jar"))
                .findAny()
                .orElseThrow();
        assertEquals(state, status.state());
        assertTrue(status.reasons().get(0).contains(reason), status::toString);
    }
}
