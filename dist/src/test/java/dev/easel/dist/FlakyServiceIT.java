package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every task is done although three of ten requests to its service fail.
 *
 * <p>The system property {@code flaky.tasks} says how many tasks there are, {@code flaky.seed} repeats the draw of an
 * earlier run.
 */
class FlakyServiceIT {
    private static final int TASKS = Integer.getInteger("flaky.tasks", 40);
    private static final long SEED = Long.getLong("flaky.seed", new Random().nextInt(1_000_000));
    private static final double FAILING = 0.3;

    private final Random random = new Random(SEED);
    private final Map<String, AtomicInteger> answers = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void allTasksAreSuccessfulInTheEnd() throws Exception {
        long began = System.nanoTime();
        try (ImagesService service = new ImagesService((exchange, request) -> answer(exchange));
                EaselProcess easel = host(service).start()) {
            OcsClient client = OcsClient.of(easel.awaitReady());
            List<Long> pending = new ArrayList<>();
            for (int i = 0; i < TASKS; i++) {
                pending.add(client.schedule("wish " + i, "flaky", 1).taskId());
            }
            await("the end of all tasks")
                    .atMost(Duration.ofMinutes(2).plusSeconds(TASKS))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        pending.removeIf(id -> isSuccessful(client, id));
                        return pending.isEmpty();
                    });
            System.out.printf(
                    "%d tasks in %d s, seed %d: %d requests sent, %s%n",
                    TASKS,
                    Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                    SEED,
                    service.requests().size(),
                    answers);
            assertTrue(service.requests().size() > TASKS, "some requests failed");
            assertTrue(service.requests().size() < 2 * TASKS, "no request was sent in vain");
        }
    }

    private EaselCommand host(ImagesService service) {
        return service.usedBy(EaselCommand.host(folder.resolve("data")))
                .with("EASEL_PLUGIN_OPENAI_SERVICES_DEFAULT_CONCURRENCY", "8")
                .with("EASEL_RUN_NOW_BUDGET", "500ms");
    }

    private static boolean isSuccessful(OcsClient client, long id) {
        try {
            int status = client.fetch(id).taskStatus();
            assertTrue(status < 4, () -> "status of task " + id + ": " + status);
            return status == OcsAnswer.SUCCESSFUL;
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private void answer(ImagesService.Exchange exchange) throws IOException {
        double draw = draw();
        if (draw >= FAILING) {
            count("successful");
            exchange.images(1);
        } else if (draw < FAILING / 6) {
            count("429 with a delay");
            exchange.with("Retry-After", "1").json(429, "{\"error\":{\"message\":\"Slow down.\"}}");
        } else if (draw < FAILING / 3) {
            count("429");
            exchange.json(429, "{\"error\":{\"message\":\"Slow down.\"}}");
        } else if (draw < FAILING * 2 / 3) {
            count("5xx");
            exchange.json(draw < FAILING / 2 ? 500 : 503, "{\"error\":{\"message\":\"Oops.\"}}");
        } else {
            boolean within = draw < FAILING * 5 / 6;
            count(within ? "cut within the answer" : "cut before the answer");
            exchange.cut(within);
        }
    }

    private synchronized double draw() {
        return random.nextDouble();
    }

    private synchronized void count(String answer) {
        answers.computeIfAbsent(answer, name -> new AtomicInteger()).incrementAndGet();
    }
}
