package dev.easel.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A service that speaks OpenAI's images API and answers as a test wants it to; safe for use by several threads. */
final class ImagesService implements AutoCloseable {
    private static final String PNG = png();

    private final ObjectMapper mapper = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** Answers requests for images. */
    @FunctionalInterface
    interface Script {
        void answer(Exchange exchange, JsonNode request) throws IOException;
    }

    ImagesService(Script script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/images/generations", exchange -> {
            JsonNode request = mapper.readTree(exchange.getRequestBody().readAllBytes());
            requests.add(request);
            script.answer(new Exchange(exchange), request);
        });
        server.start();
    }

    /** Has a host ask this service, and no other. */
    EaselCommand usedBy(EaselCommand host) {
        return host.with(
                "EASEL_PLUGIN_OPENAI_SERVICES_DEFAULT_BASE_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    List<JsonNode> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** One answer to be given. */
    static final class Exchange {
        private final HttpExchange http;

        Exchange(HttpExchange http) {
            this.http = http;
        }

        String header(String name) {
            return String.valueOf(http.getRequestHeaders().getFirst(name));
        }

        Exchange with(String header, String value) {
            http.getResponseHeaders().set(header, value);
            return this;
        }

        void images(int count) throws IOException {
            json(
                    200,
                    IntStream.range(0, count)
                            .mapToObj(i -> "{\"b64_json\":\"" + PNG + "\"}")
                            .collect(Collectors.joining(",", "{\"data\":[", "]}")));
        }

        void json(int status, String json) throws IOException {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            with("Content-Type", "application/json");
            http.sendResponseHeaders(status, body.length);
            http.getResponseBody().write(body);
            http.close();
        }

        /** Closes the connection in the place of an answer, or within it. */
        void cut(boolean within) throws IOException {
            if (within) {
                http.sendResponseHeaders(200, 100_000);
                http.getResponseBody().write("{\"data\":[{\"b64_json\":\"iVBORw0KGgo".getBytes(StandardCharsets.UTF_8));
                http.getResponseBody().flush();
            }
            http.close();
        }
    }

    private static String png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
