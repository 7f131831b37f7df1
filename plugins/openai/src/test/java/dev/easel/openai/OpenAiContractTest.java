package dev.easel.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.easel.api.contract.ExpectedFailure;
import dev.easel.api.contract.ProviderContract;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.GenerationException.Kind;
import dev.easel.api.provider.TextToImageProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** Two services keep the contract of all providers. */
class OpenAiContractTest extends ProviderContract {
    private static final Pattern N = Pattern.compile("\"n\":(\\d+)");

    private final HttpServer service = start();

    @AfterEach
    void stopService() {
        service.stop(0);
        ((ExecutorService) service.getExecutor()).shutdownNow();
    }

    @Override
    protected List<? extends TextToImageProvider> createProviders(PluginContext context) {
        return new OpenAiProviderFactory().create(context);
    }

    @Override
    protected PluginContext context(Path folder) {
        return Settings.of("default")
                .andService("other")
                .with("default", "base-url", url("/v1"))
                .with("other", "base-url", url("/v1"))
                .in(folder);
    }

    @Override
    protected List<ExpectedFailure> expectedFailures(Path folder) {
        return List.of(
                ExpectedFailure.in(
                        "without a key for OpenAI",
                        Kind.LACKING,
                        Settings.of("default").in(folder)),
                ExpectedFailure.in("with a key that is refused", Kind.LACKING, at("/401", folder)),
                ExpectedFailure.in("with a service that refuses the prompt", Kind.REQUEST, at("/400", folder)),
                ExpectedFailure.in("with a service that fails", Kind.PROVIDER, at("/500", folder)),
                ExpectedFailure.in(
                        "with a service that is not there",
                        Kind.PROVIDER,
                        Settings.of("default")
                                .with("default", "base-url", "http://127.0.0.1:1/v1")
                                .in(folder)));
    }

    private PluginContext at(String path, Path folder) {
        return Settings.of("default").with("default", "base-url", url(path)).in(folder);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + service.getAddress().getPort() + path;
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/v1/images/generations", OpenAiContractTest::answer);
            for (int status : List.of(400, 401, 500)) {
                server.createContext(
                        "/" + status, exchange -> send(exchange, status, "{\"error\":{\"message\":\"No.\"}}"));
            }
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher n = N.matcher(body);
        int images = n.find() ? Integer.parseInt(n.group(1)) : 1;
        send(
                exchange,
                200,
                IntStream.range(0, images)
                        .mapToObj(i ->
                                "{\"b64_json\":\"" + TestImage.base64(TestImage.small(body.hashCode() + i)) + "\"}")
                        .collect(Collectors.joining(",", "{\"data\":[", "]}")));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
