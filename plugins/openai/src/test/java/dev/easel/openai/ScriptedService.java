package dev.easel.openai;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A service over real sockets that behaves well until a quirk is switched on.
 *
 * <p>Quirks are asked in the order in which they were switched on; the first that has an answer gives it.
 */
final class ScriptedService implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final List<Quirk> quirks = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Received, MockResponse>> pages = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Optional<HandshakeCertificates> trust;

    /** A way in which a service differs from OpenAI's. */
    @FunctionalInterface
    interface Quirk {
        /** Answers a request for images, or leaves it to the next. */
        Optional<MockResponse> answer(Received request);
    }

    private ScriptedService(InetAddress address, Optional<HeldCertificate> certificate) throws IOException {
        trust = certificate.map(held -> new HandshakeCertificates.Builder()
                .addTrustedCertificate(held.certificate())
                .build());
        certificate.ifPresent(held -> server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .build()
                .sslSocketFactory()));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                Received read = Received.of(request);
                received.add(read);
                return respond(read);
            }
        });
        server.start(address, 0);
    }

    static ScriptedService start() throws IOException {
        return new ScriptedService(loopback(1), Optional.empty());
    }

    /** Starts one on another address of this machine, 127.0.0.{@code last}. */
    static ScriptedService startAtLoopback(int last) throws IOException {
        return new ScriptedService(loopback(last), Optional.empty());
    }

    static InetAddress loopback(int last) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    /** Starts a service with a certificate that was made for it just now. */
    static ScriptedService startWithTls(String... hosts) throws IOException {
        HeldCertificate.Builder certificate = new HeldCertificate.Builder().commonName("test service");
        for (String host : hosts) {
            certificate.addSubjectAlternativeName(host);
        }
        return new ScriptedService(loopback(1), Optional.of(certificate.build()));
    }

    /** Has a client trust this service's certificate. */
    UnaryOperator<OkHttpClient.Builder> trusted() {
        HandshakeCertificates certificates = trust.orElseThrow();
        return builder -> builder.sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager());
    }

    ScriptedService with(Quirk quirk) {
        quirks.add(quirk);
        return this;
    }

    /** Puts something at another path. */
    ScriptedService at(String path, Function<Received, MockResponse> page) {
        pages.put(path, page);
        return this;
    }

    String url(String path) {
        return (trust.isPresent() ? "https" : "http") + "://127.0.0.1:" + port() + path;
    }

    String baseUrl() {
        return url("/v1");
    }

    int port() {
        return server.getPort();
    }

    /** Returns the requests for images so far. */
    List<Received> imageRequests() {
        return received.stream().filter(Received::asksForImages).toList();
    }

    List<Received> requests() {
        return List.copyOf(received);
    }

    private MockResponse respond(Received request) {
        String path = request.path().replaceFirst("\\?.*", "");
        if (pages.containsKey(path)) {
            return pages.get(path).apply(request);
        }
        if (!path.equals("/v1/images/generations")) {
            return Answers.error(404, "not_found", "Nothing is at " + path);
        }
        return quirks.stream()
                .map(quirk -> quirk.answer(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> Answers.images(request.n()));
    }

    @Override
    public void close() {
        server.close();
    }
}
