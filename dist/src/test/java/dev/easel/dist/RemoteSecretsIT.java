package dev.easel.dist;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A key and a prompt that a service repeats in its errors are looked for in all that Easel writes, says and keeps. */
class RemoteSecretsIT {
    private static final String KEY = "sk-canary-Q7xW2mZ9pL4vT8";
    private static final String PROMPT = "walrus Zebulon rides a penny-farthing over Lake Titicaca";

    @TempDir
    private Path folder;

    @Test
    void noneOfThemIsSeenWhereItDoesNotBelong() throws Exception {
        List<String> seen = new ArrayList<>();
        try (ImagesService service = new ImagesService((exchange, request) ->
                        repeat(exchange, request.path("prompt").asText()));
                EaselProcess easel = host(service).start()) {
            URI host = easel.awaitReady();
            long id = OcsClient.of(host).schedule(PROMPT, "canary", 1).taskId();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !command("task", "list", "--failed").isEmpty());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> service.requests().size() > 0);
            seen.addAll(command("task", "show", Long.toString(id)).stream()
                    .filter(line -> !line.contains(PROMPT) || line.contains("It says"))
                    .toList());
            seen.addAll(command("task", "list"));
            for (String path : List.of("/metrics", "/health/ready")) {
                seen.add(get(host.resolve(path)));
            }
            EaselCommand.Result end = easel.terminate();
            seen.addAll(end.out());
            seen.addAll(end.err());
        }
        assertTrue(seen.stream().anyMatch(line -> line.contains("refuses the request")), seen::toString);
        seen.forEach(line -> {
            assertFalse(line.contains("canary-Q7xW"), line);
            assertFalse(line.contains("Zebulon"), line);
        });
        assertEquals(List.of(), filesWith("Q7xW2mZ9"), "files that hold the key");
    }

    private EaselCommand host(ImagesService service) {
        return service.usedBy(EaselCommand.host(folder.resolve("data")))
                .with("EASEL_PLUGIN_OPENAI_SERVICES_DEFAULT_API_KEY", KEY);
    }

    private static void repeat(ImagesService.Exchange exchange, String prompt) throws IOException {
        exchange.json(
                422,
                "{\"error\":{\"message\":\"%s may not ask for %s.\"}}"
                        .formatted(exchange.header("Authorization"), prompt));
    }

    private List<String> command(String... words) throws IOException, InterruptedException {
        EaselCommand.Result result = EaselCommand.easel(words)
                .and("--data", folder.resolve("data").toString())
                .run();
        assertEquals(0, result.status(), () -> String.join("\n", result.err()));
        return result.out().stream().filter(line -> !line.isBlank()).toList();
    }

    private static String get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
