package dev.easel.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that order a picture every few milliseconds, and remember every answer that is not as it should be. */
final class ConstantLoad implements AutoCloseable {
    private static final int SUCCESSFUL = 3;
    private static final int FAILED = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger orders = new AtomicInteger();
    private final Queue<Long> unfinished = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final URI address;
    private final Duration pause;
    private volatile boolean closed;

    private ConstantLoad(URI address, Duration pause) {
        this.address = address;
        this.pause = pause;
    }

    /** Begins to order. */
    static ConstantLoad on(URI address, int clients, Duration pause) {
        ConstantLoad load = new ConstantLoad(address, pause);
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(load::order, "client-" + i);
            load.threads.add(thread);
            thread.start();
        }
        return load;
    }

    /** How many orders were answered so far. */
    int orders() {
        return orders.get();
    }

    /** How many were answered before their pictures were made. */
    int queued() {
        return unfinished.size();
    }

    /** What was answered that should not be. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Looks again at the tasks whose pictures had not been made; tells whether all are made now. */
    boolean allMade() {
        unfinished.removeIf(id -> statusOf(id) == SUCCESSFUL);
        return unfinished.isEmpty();
    }

    /** Orders no more. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void order() {
        while (!closed) {
            orderOne();
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void orderOne() {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("schedule"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"input\": \"a fox\", \"appId\": \"load\", \"numberOfImages\": 1}"));
        task(request).ifPresent(task -> {
            orders.incrementAndGet();
            int status = task.path("status").asInt();
            if (status == FAILED) {
                failures.add("failed at once: " + task);
            } else if (status != SUCCESSFUL) {
                unfinished.add(task.path("id").asLong());
            }
        });
    }

    private int statusOf(long id) {
        return task(HttpRequest.newBuilder(at("task/" + id)))
                .map(task -> task.path("status").asInt())
                .orElse(0);
    }

    private Optional<JsonNode> task(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(
                    request.header("OCS-APIRequest", "true")
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return Optional.of(JSON.readTree(response.body()).at("/ocs/data/task"));
            }
            failures.add(response.statusCode() + " " + response.body());
        } catch (IOException e) {
            failures.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private URI at(String path) {
        return address.resolve("/ocs/v2.php/text2image/" + path + "?format=json");
    }
}
