package dev.easel.openai;

import dev.easel.api.contract.MemorySink;
import dev.easel.api.contract.TestCancellation;
import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.TextToImageProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How requests travel: TLS, HTTP/2, slow and cut connections, proxies, and the end of a run. */
class TransportTest {

    @Test
    void overTlsHttp2IsSpokenAndTheConnectionUsedAgain() throws Exception {
        try (ScriptedService service = ScriptedService.startWithTls("127.0.0.1");
                OpenAiProvider provider = TestProvider.of(TestProvider.settings(service), service.trusted())) {
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(TestImage.small(0), Run.of(provider, 1).get(0));
            }
            assertEquals(List.of("HTTP/2", "HTTP/2", "HTTP/2"), versions(service));
            assertEquals(1, connections(service));
        }
    }

    @Test
    void withoutTlsTheConnectionIsUsedAgainToo() throws Exception {
        try (ScriptedService service = ScriptedService.start();
                OpenAiProvider provider = TestProvider.of(service)) {
            Run.of(provider, 1);
            Run.of(provider, 1);
            assertEquals(List.of("HTTP/1.1", "HTTP/1.1"), versions(service));
            assertEquals(1, connections(service));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        try (ScriptedService service = ScriptedService.startWithTls("127.0.0.1");
                OpenAiProvider provider = TestProvider.of(service)) {
            GenerationException failure = Run.failing(provider);
            assertEquals(GenerationException.Kind.PROVIDER, failure.kind());
            assertTrue(String.valueOf(failure.getMessage()).contains("certification path"), failure::getMessage);
            assertEquals(List.of(), service.requests());
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        try (ScriptedService service = ScriptedService.startWithTls("elsewhere.example");
                OpenAiProvider provider = TestProvider.of(TestProvider.settings(service), service.trusted())) {
            assertTrue(String.valueOf(Run.failing(provider).getMessage()).contains("not verified"));
            assertEquals(List.of(), service.requests());
        }
    }

    @Test
    void slowBytesAreWaitedFor() throws Exception {
        MockResponse slow = Answers.images(1)
                .newBuilder()
                .throttleBody(50, 100, TimeUnit.MILLISECONDS)
                .build();
        try (ScriptedService service = ScriptedService.start().with(Quirks.answers(slow));
                OpenAiProvider provider = TestProvider.of(service)) {
            assertArrayEquals(TestImage.small(0), Run.of(provider, 1).get(0));
        }
    }

    @Test
    void aCancelledRunEndsWithinAnAnswer() throws Exception {
        MockResponse endless = Answers.images(1)
                .newBuilder()
                .throttleBody(1, 1, TimeUnit.HOURS)
                .build();
        try (ScriptedService service = ScriptedService.start().with(Quirks.answers(endless));
                OpenAiProvider provider = TestProvider.of(service)) {
            cancelWhileWaiting(provider, service, 1);
        }
    }

    @Test
    void theServiceSeesTheEndOfACancelledRun() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                OpenAiProvider provider = TestProvider.of(Settings.of("test")
                        .with("test", "base-url", "http://127.0.0.1:" + silent.getLocalPort() + "/v1"))) {
            TestCancellation cancellation = new TestCancellation();
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> generate(provider, cancellation, 0));
            try (Socket connection = silent.accept()) {
                connection.setSoTimeout(5000);
                InputStream received = connection.getInputStream();
                readUntil('}', received);
                cancellation.cancel();
                assertEquals(-1, received.read(), "the end of the connection");
            }
            requireCancelled(run);
        }
    }

    private static void readUntil(char last, InputStream stream) throws IOException {
        int read = stream.read();
        while (read >= 0 && read != last) {
            read = stream.read();
        }
    }

    @Test
    void aCancelledRunEndsOverHttp2Too() throws Exception {
        MockResponse endless = Answers.images(1)
                .newBuilder()
                .throttleBody(1, 1, TimeUnit.HOURS)
                .build();
        try (ScriptedService service = ScriptedService.startWithTls("127.0.0.1").with(Quirks.answers(endless));
                OpenAiProvider provider = TestProvider.of(TestProvider.settings(service), service.trusted())) {
            cancelWhileWaiting(provider, service, 1);
        }
    }

    @Test
    void aCancelledRunDoesNotWaitForTheEndOfAPause() throws Exception {
        MockResponse busy = Answers.error(429, "", "Slow down.")
                .newBuilder()
                .setHeader("Retry-After", "15")
                .build();
        try (ScriptedService service = ScriptedService.start().with(Quirks.answers(busy));
                OpenAiProvider provider = TestProvider.of(service)) {
            TestCancellation cancellation = new TestCancellation();
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> generate(provider, cancellation, 5));
            await().until(() -> service.imageRequests().size() == 1);
            cancellation.cancel();
            requireCancelled(run);
        }
    }

    @Test
    void aCancelledRunSendsNothing() throws Exception {
        TestCancellation cancellation = new TestCancellation();
        cancellation.cancel();
        try (ScriptedService service = ScriptedService.start();
                OpenAiProvider provider = TestProvider.of(service)) {
            assertThrows(
                    CancellationException.class,
                    () -> provider.generate(Run.cancelledBy(cancellation), List.of(new MemorySink(0))));
            assertEquals(List.of(), service.requests());
        }
    }

    @Test
    void theConfiguredProxyIsUsedWithItsPassword() throws Exception {
        MockResponse wantsPassword = new MockResponse.Builder()
                .code(407)
                .setHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                .build();
        try (ScriptedService proxy = ScriptedService.start()) {
            proxy.at(
                    "http://service.example/v1/images/generations",
                    request -> request.headers().get("Proxy-Authorization") == null
                            ? wantsPassword
                            : Answers.images(request.n()));
            try (OpenAiProvider provider = TestProvider.of(Settings.of("test")
                    .with("test", "base-url", "http://service.example/v1")
                    .with("test", "proxy", "http://user:secret@127.0.0.1:" + proxy.port()))) {
                assertArrayEquals(TestImage.small(0), Run.of(provider, 1).get(0));
            }
            assertEquals(
                    "Basic dXNlcjpzZWNyZXQ=", proxy.requests().get(0).headers().get("Proxy-Authorization"));
        }
    }

    @Test
    void aProxyOfTheEnvironmentIsNotUsed() throws Exception {
        Map<String, String> properties = Map.of(
                "http.proxyHost", "127.0.0.1",
                "http.proxyPort", "1",
                "http.nonProxyHosts", "",
                "socksProxyHost", "127.0.0.1",
                "socksProxyPort", "1",
                "socksNonProxyHosts", "");
        try (ScriptedService service = ScriptedService.start();
                OpenAiProvider provider = TestProvider.of(service)) {
            properties.forEach(System::setProperty);
            assertArrayEquals(TestImage.small(0), Run.of(provider, 1).get(0));
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    private static void cancelWhileWaiting(TextToImageProvider provider, ScriptedService service, int images) {
        TestCancellation cancellation = new TestCancellation();
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> generate(provider, cancellation, images));
        await().until(() -> !service.imageRequests().isEmpty());
        cancellation.cancel();
        requireCancelled(run);
    }

    private static void requireCancelled(CompletableFuture<Void> run) {
        await().atMost(Duration.ofSeconds(3)).until(run::isDone);
        CompletionException ended = assertThrows(CompletionException.class, run::join);
        assertInstanceOf(CancellationException.class, ended.getCause());
    }

    private static void generate(TextToImageProvider provider, TestCancellation cancellation, int firstIndex) {
        try {
            provider.generate(Run.cancelledBy(cancellation), List.of(new MemorySink(firstIndex)));
        } catch (InterruptedException | IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static List<String> versions(ScriptedService service) {
        return service.requests().stream().map(Received::version).toList();
    }

    private static int connections(ScriptedService service) {
        return service.requests().stream()
                .map(Received::connection)
                .collect(Collectors.toSet())
                .size();
    }
}
