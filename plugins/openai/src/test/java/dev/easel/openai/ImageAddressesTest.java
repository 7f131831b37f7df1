package dev.easel.openai;

import dev.easel.api.provider.GenerationException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * From which addresses images are fetched, and from which not, whoever chose them.
 *
 * <p>In these tests 127.0.0.2 stands for the public internet and {@code inside} for what only this machine can reach.
 */
class ImageAddressesTest {
    private static final byte[] IMAGE = TestImage.small(7);
    private static final String KEY = "sk-0123456789abcdef";

    private ScriptedService service;
    private ScriptedService inside;
    private ScriptedService outside;

    @BeforeEach
    void start() throws Exception {
        service = ScriptedService.start();
        inside = ScriptedService.start().at("/image.png", request -> Answers.bytes(IMAGE));
        outside = ScriptedService.startAtLoopback(2).at("/image.png", request -> Answers.bytes(IMAGE));
    }

    @AfterEach
    void stop() {
        service.close();
        inside.close();
        outside.close();
    }

    static Stream<String> waysIn() {
        return Stream.of(
                "http://127.0.0.1:PORT/image.png",
                "HTTP://LOCALHOST:PORT/image.png",
                "http://localhost.:PORT/image.png",
                "http://2130706433:PORT/image.png",
                "http://0x7f000001:PORT/image.png",
                "http://0x7f.0.0.1:PORT/image.png",
                "http://0177.0.0.1:PORT/image.png",
                "http://017700000001:PORT/image.png",
                "http://127.1:PORT/image.png",
                "http://127.0.0.1.:PORT/image.png",
                "http://0:PORT/image.png",
                "http://0.0.0.0:PORT/image.png",
                "http://[::1]:PORT/image.png",
                "http://[::]:PORT/image.png",
                "http://[::ffff:127.0.0.1]:PORT/image.png",
                "http://[::ffff:7f00:1]:PORT/image.png",
                "http://[::127.0.0.1]:PORT/image.png",
                "http://[2002:7f00:1::]:PORT/image.png",
                "http://[64:ff9b::7f00:1]:PORT/image.png",
                "http://[2001:0:7f00:1::]:PORT/image.png",
                "http://[fe80::1]:PORT/image.png",
                "http://[fd00::1]:PORT/image.png",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/image.png",
                "http://172.16.0.1/image.png",
                "http://192.168.1.1/image.png",
                "http://100.64.0.1/image.png",
                "http://\uFF11\uFF12\uFF17.0.0.1:PORT/image.png",
                "http://\u2460\u2461\u2466.0.0.1:PORT/image.png",
                "http://user@127.0.0.1:PORT/image.png",
                "http://public.example@127.0.0.1:PORT/image.png",
                "http://127.0.0.1:PORT\\@public.example/image.png",
                "//127.0.0.1:PORT/image.png",
                "\thttp://127.0.0.1:PORT/image.png",
                "http://inside.example:PORT/image.png",
                "https://127.0.0.1:PORT/image.png",
                "file:///etc/passwd",
                "file://localhost/etc/passwd",
                "ftp://127.0.0.1/image.png",
                "gopher://127.0.0.1:PORT/image.png",
                "jar:http://127.0.0.1:PORT/image.png!/x",
                "javascript:alert(1)",
                "about:blank");
    }

    @ParameterizedTest
    @MethodSource("waysIn")
    void nothingIsFetchedFromWhereOnlyThisMachineCanReach(String way) throws Exception {
        String url = way.replace("PORT", Integer.toString(inside.port()));
        service.with(Quirks.answers(Answers.addresses(url)));
        try (OpenAiProvider provider = provider(address(1))) {
            GenerationException refused = Run.failing(provider);
            assertEquals(GenerationException.Kind.LACKING, refused.kind(), refused::getMessage);
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("nothing is fetched from there"),
                    refused::getMessage);
        }
        assertEquals(List.of(), inside.requests(), "requests to what is inside");
    }

    @Test
    void noRedirectLeadsInside() throws Exception {
        service.with(Quirks.answers(Answers.addresses("http://outside.example:" + outside.port() + "/there")));
        for (String way : waysIn().toList()) {
            String url = way.replace("PORT", Integer.toString(inside.port()));
            if (!way.startsWith("\t")) {
                outside.at("/there", request -> Answers.redirect(url.replaceAll("[^\\x20-\\x7e]", "?")));
                try (OpenAiProvider provider = provider(address(2))) {
                    assertEquals(
                            GenerationException.Kind.LACKING,
                            Run.failing(provider).kind(),
                            way);
                }
            }
        }
        assertEquals(List.of(), inside.requests(), "requests to what is inside");
    }

    @Test
    void aNameThatComesToMeanAnotherAddressIsCheckedWhenItIsConnectedTo() throws Exception {
        service.with(Quirks.answers(Answers.addresses("http://rebinding.example:" + outside.port() + "/first")));
        outside.at("/first", request -> Answers.redirect("http://rebinding2.example:" + inside.port() + "/image.png"));
        Deque<InetAddress> answers = new ArrayDeque<>(List.of(address(2), address(1)));
        Dns rebinding = host -> List.of(host.startsWith("rebinding") ? answers.removeFirst() : address(1));
        try (OpenAiProvider provider =
                TestProvider.of(settings(), builder -> builder.dns(rebinding), address(2)::equals)) {
            assertEquals(GenerationException.Kind.LACKING, Run.failing(provider).kind());
        }
        assertEquals(1, outside.requests().size(), "requests to the first address");
        assertEquals(List.of(), inside.requests(), "requests to the second");
    }

    @Test
    void ofSeveralAddressesOnlyThePublicOnesAreConnectedTo() throws Exception {
        service.with(Quirks.answers(Answers.addresses("http://both.example:" + outside.port() + "/image.png")));
        Dns both = host -> List.of(address(1), address(2));
        try (OpenAiProvider provider = TestProvider.of(settings(), builder -> builder.dns(both), address(2)::equals)) {
            assertArrayEquals(IMAGE, Run.of(provider, 1).get(0));
        }
        assertEquals(List.of(), inside.requests());
    }

    @Test
    void aPublicAddressIsFetchedWithoutTheKey() throws Exception {
        service.with(
                Quirks.answers(Answers.addresses("http://outside.example:" + outside.port() + "/image.png?sig=1")));
        try (OpenAiProvider provider = provider(address(2))) {
            assertArrayEquals(IMAGE, Run.of(provider, 1).get(0));
        }
        assertNull(outside.requests().get(0).headers().get("Authorization"));
        assertEquals("/image.png?sig=1", outside.requests().get(0).path());
    }

    @Test
    void theServicesOwnAddressIsFetchedWithTheKey() throws Exception {
        service.at("/files/1.png", request -> Answers.bytes(IMAGE))
                .with(Quirks.answers(Answers.addresses(service.url("/files/1.png"))));
        try (OpenAiProvider provider = provider(address(2))) {
            assertArrayEquals(IMAGE, Run.of(provider, 1).get(0));
        }
        assertEquals("Bearer " + KEY, service.requests().get(1).headers().get("Authorization"));
    }

    @Test
    void anAddressWithoutAHostIsTheServicesOwn() throws Exception {
        service.at("/files/1.png", request -> Answers.bytes(IMAGE))
                .with(Quirks.answers(Answers.addresses("/files/1.png")));
        try (OpenAiProvider provider = provider(address(2))) {
            assertArrayEquals(IMAGE, Run.of(provider, 1).get(0));
        }
    }

    @Test
    void aRedirectAwayFromTheServiceLosesTheKey() throws Exception {
        service.at(
                        "/files/1.png",
                        request -> Answers.redirect("http://outside.example:" + outside.port() + "/image.png"))
                .with(Quirks.answers(Answers.addresses(service.url("/files/1.png"))));
        try (OpenAiProvider provider = provider(address(2))) {
            assertArrayEquals(IMAGE, Run.of(provider, 1).get(0));
        }
        assertNull(outside.requests().get(0).headers().get("Authorization"));
    }

    @Test
    void threeRedirectsAreFollowedAndNotFour() throws Exception {
        IntStream.rangeClosed(1, 4)
                .forEach(i -> outside.at("/" + i, request -> Answers.redirect(i == 1 ? "/image.png" : "/" + (i - 1))));
        service.with(request ->
                Optional.of(Answers.addresses("http://outside.example:" + outside.port() + "/" + (request.n() + 2))));
        try (OpenAiProvider provider = provider(address(2))) {
            assertArrayEquals(IMAGE, Run.of(provider, 1).get(0));
            service.at(
                    "/v1/images/generations",
                    request -> Answers.addresses("http://outside.example:" + outside.port() + "/4"));
            assertTrue(String.valueOf(Run.failing(provider).getMessage()).contains("redirects more than 3 times"));
        }
    }

    @Test
    void aServiceOverTlsIsFetchedFromOverTlsOnly() throws Exception {
        try (ScriptedService secure = ScriptedService.startWithTls("127.0.0.1")) {
            secure.with(Quirks.answers(Answers.addresses("http://outside.example:" + outside.port() + "/image.png")));
            Settings settings = TestProvider.settings(secure);
            try (OpenAiProvider provider =
                    TestProvider.of(settings, builder -> secure.trusted().apply(builder), address(2)::equals)) {
                assertTrue(String.valueOf(Run.failing(provider).getMessage()).contains("the service itself is https"));
            }
        }
        assertEquals(List.of(), outside.requests());
    }

    @Test
    void aHostThatTheAdministratorTrustsIsFetchedFromWhereverItIs() throws Exception {
        service.with(Quirks.answers(Answers.addresses("http://inside.example:" + inside.port() + "/image.png")));
        Settings trusting = settings().with("test", "image-hosts", List.of("inside.example:" + inside.port()));
        try (OpenAiProvider provider = TestProvider.of(trusting, this::resolving, address(2)::equals)) {
            assertArrayEquals(IMAGE, Run.of(provider, 1).get(0));
        }
        assertNull(inside.requests().get(0).headers().get("Authorization"));
    }

    @Test
    void behindAProxyOnlyTrustedHostsAreFetchedFrom() throws Exception {
        try (ScriptedService proxy = ScriptedService.start()) {
            proxy.at(
                    "http://service.example/v1/images/generations",
                    request -> Answers.addresses("http://outside.example/image.png"));
            Settings behind = Settings.of("test")
                    .with("test", "base-url", "http://service.example/v1")
                    .with("test", "proxy", "http://127.0.0.1:" + proxy.port());
            try (OpenAiProvider provider = TestProvider.of(behind)) {
                assertTrue(String.valueOf(Run.failing(provider).getMessage()).contains("behind a proxy"));
            }
            assertEquals(1, proxy.requests().size(), "requests by way of the proxy");
        }
    }

    private Settings settings() {
        return TestProvider.settings(service).with("test", "api-key", KEY);
    }

    /** Makes a provider for which one address is public, and 127.0.0.1 never is. */
    private OpenAiProvider provider(InetAddress isPublic) {
        return TestProvider.of(
                settings(),
                this::resolving,
                address -> address.equals(isPublic) && !address.getHostAddress().equals("127.0.0.1"));
    }

    private OkHttpClient.Builder resolving(OkHttpClient.Builder builder) {
        return builder.dns(host -> switch (host) {
            case "outside.example", "public.example" -> List.of(address(2));
            case "inside.example", "localhost." -> List.of(address(1));
            default -> Dns.SYSTEM.lookup(host);
        });
    }

    private static InetAddress address(int last) {
        try {
            return ScriptedService.loopback(last);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
