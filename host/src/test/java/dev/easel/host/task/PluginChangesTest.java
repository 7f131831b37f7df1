package dev.easel.host.task;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.provider.TestPluginJar;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What becomes of tasks when plugins come and go. */
@Timeout(120)
class PluginChangesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String DRAW = """
            @Override public void close() {}

            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks)
                    throws IOException, InterruptedException {
                %s
                for (ImageSink sink : sinks) {
                    sink.write(Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQV"
                            + "R42mP8z8Dwn4EIAAkYAgFaQbIVAAAAAElFTkSuQmCC"));
                }
            }
            """;

    private ServiceBench bench;

    @BeforeEach
    void prepare(@TempDir Path folder) throws Exception {
        bench = new ServiceBench(folder).with("EASEL_PLUGINS_DRAIN", "100ms");
    }

    @AfterEach
    void close() throws InterruptedException {
        bench.close();
    }

    private static TestPluginJar painter(String version, String before) {
        return TestPluginJar.of("painter").version(version).provider("Painter", "painter", DRAW.formatted(before));
    }

    private static Task queue(TaskService service) {
        TaskRequest request = TaskRequest.of("a fox", "app", 1).withUserId("alice");
        return service.manager()
                .runOrSchedule(request, Owner.user("alice"), Duration.ZERO)
                .join();
    }

    private TaskReport report(Task task) {
        return bench.reports().show(task.id()).orElseThrow();
    }

    private void awaitStatus(Task task, TaskStatus status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(status, report(task).status()));
    }

    @Test
    void aTaskThatWaitsForAProviderRunsWhenItsPluginComes() throws Exception {
        bench.drop("unready", TestPluginJar.of("unready").provider("Unready", "unready", """
                        @Override public void close() {}
                        @Override public Readiness readiness() { return Readiness.notReady("It lacks paint."); }
                        """));
        TaskService service = bench.start();
        bench.plugins().watch();
        Task task = queue(service);
        assertEquals(TaskStatus.SCHEDULED, task.status());

        bench.drop("painter", painter("1.0.0", ""));

        awaitStatus(task, TaskStatus.SUCCESSFUL);
    }

    @Test
    void aRunThatAReplacementCannotWaitForIsRepeatedOnTheNewVersionWithoutCountingAFailure() throws Exception {
        bench.drop("painter", painter("1.0.0", "Thread.sleep(600_000);"));
        TaskService service = bench.start();
        bench.plugins().watch();
        Task task = queue(service);
        awaitStatus(task, TaskStatus.RUNNING);

        bench.drop("painter-2", painter("2.0.0", ""));

        awaitStatus(task, TaskStatus.SUCCESSFUL);
        assertEquals(new TaskReport.Runs(2, 0, 0), report(task).runs());
    }
}
