package dev.easel.openai;

import dev.easel.api.contract.MemorySink;
import dev.easel.api.provider.GenerationException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** In how many ways a service may write its answer. */
class ToleranceTest {
    private static final byte[] IMAGE = TestImage.ofSize(5, 20_000);
    private static final String BASE64 = TestImage.base64(IMAGE);

    record Row(String name, String entry) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        String lines = BASE64.replaceAll("(.{76})", "$1\\\\r\\\\n");
        String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(IMAGE);
        return Stream.of(
                new Row("Base64", b64(BASE64)),
                new Row("Base64 without padding", b64(BASE64.replace("=", ""))),
                new Row("Base64 in the alphabet of URLs", b64(urlSafe)),
                new Row("Base64 in lines", b64(lines)),
                new Row("Base64 with escaped slashes", b64(BASE64.replace("/", "\\/"))),
                new Row(
                        "Base64 with escaped characters",
                        b64(BASE64.replace("+", "\\u002b").replace("/", "\\u002F"))),
                new Row("a data: address as Base64", b64("data:image/png;base64," + BASE64)),
                new Row("a data: address", "{\"url\":\"data:image/png;base64," + BASE64 + "\"}"),
                new Row("both, the address first", "{\"url\":\"/never\",\"b64_json\":\"" + BASE64 + "\"}"),
                new Row("both, the image first", "{\"b64_json\":\"" + BASE64 + "\",\"url\":\"/never\"}"),
                new Row("an address and no image", "{\"b64_json\":null,\"url\":\"/image.png\"}"),
                new Row("an address and an empty image", "{\"url\":\"/image.png\",\"b64_json\":\"\"}"),
                new Row(
                        "other members, nested and long",
                        "{\"revised_prompt\":\"%s\",\"x\":[{\"b64_json\":\"no\"}],\"b64_json\":\"%s\",\"y\":null}"
                                .formatted("x".repeat(100_000), BASE64)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anImageIsReadHoweverItIsWritten(Row row) throws Exception {
        String answer =
                "\n {\"created\" : 1, \"error\": null, \"data\" : [ " + row.entry() + " ], \"background\":\"x\"}";
        try (ScriptedService service = ScriptedService.start()
                        .at("/image.png", request -> Answers.bytes(IMAGE))
                        .with(Quirks.answers(Answers.json(answer)));
                OpenAiProvider provider = TestProvider.of(service)) {
            assertArrayEquals(IMAGE, Run.of(provider, 1).get(0));
            assertFalse(service.requests().stream()
                    .anyMatch(request -> request.path().equals("/never")));
        }
    }

    @Test
    void imagesAndAddressesKeepTheirOrder() throws Exception {
        byte[] fetched = TestImage.small(1);
        byte[] sent = TestImage.small(2);
        String answer = "{\"data\":[{\"url\":\"/image.png\"}," + b64(TestImage.base64(sent)) + "]}";
        try (ScriptedService service = ScriptedService.start()
                        .at("/image.png", request -> Answers.bytes(fetched))
                        .with(Quirks.answers(Answers.json(answer)));
                OpenAiProvider provider = TestProvider.of(service)) {
            List<byte[]> images = Run.of(provider, 2);
            assertArrayEquals(fetched, images.get(0));
            assertArrayEquals(sent, images.get(1));
        }
    }

    @Test
    void anImageThatCannotBeFetchedAtOnceIsFetchedAgainAndNotMadeAgain() throws Exception {
        AtomicInteger fetches = new AtomicInteger();
        try (ScriptedService service = ScriptedService.start()
                        .at(
                                "/image.png",
                                request -> fetches.incrementAndGet() < 3 ? Answers.json(503, "") : Answers.bytes(IMAGE))
                        .with(Quirks.answers(Answers.addresses("/image.png")));
                OpenAiProvider provider = TestProvider.of(service)) {
            assertArrayEquals(IMAGE, Run.of(provider, 1).get(0));
            assertEquals(1, service.imageRequests().size(), "requests for images");
        }
    }

    @Test
    void whereOneOfSeveralImagesCannotBeFetchedTheOthersAreNotMadeAgain() throws Exception {
        try (ScriptedService service = ScriptedService.start()
                        .at("/a", request -> Answers.bytes(IMAGE))
                        .at("/b", request -> Answers.json(503, ""))
                        .with(Quirks.answers(Answers.addresses("/a", "/b")));
                OpenAiProvider provider = TestProvider.of(service)) {
            GenerationException failed = assertThrows(
                    GenerationException.class,
                    () -> provider.generate(Run.request(Run.PROMPT), List.of(new MemorySink(1), new MemorySink(2))));
            assertEquals(GenerationException.Kind.PROVIDER, failed.kind());
            assertEquals(1, service.imageRequests().size(), "requests for images");
        }
    }

    @Test
    void aRedirectWithoutATargetIsNotFollowed() throws Exception {
        MockResponse nowhere = new MockResponse.Builder().code(302).build();
        try (ScriptedService service = ScriptedService.start()
                        .at("/image.png", request -> nowhere)
                        .with(Quirks.answers(Answers.addresses("/image.png")));
                OpenAiProvider provider = TestProvider.of(service)) {
            Run.failing(provider);
            assertFalse(service.requests().stream()
                    .anyMatch(request -> request.path().contains("null")));
        }
    }

    @Test
    void aPromptOfAnyCharactersArrivesWhole() throws Exception {
        String prompt = "\u0000 \"quoted\" \\ \u2028 лиса 狐 🦊 \uD800 end";
        try (ScriptedService service = ScriptedService.start();
                OpenAiProvider provider = TestProvider.of(service)) {
            provider.generate(Run.request(prompt), List.of(new MemorySink(0)));
            assertEquals(
                    prompt.replace('\uD800', '\uFFFD'),
                    service.imageRequests().get(0).field("prompt"));
        }
    }

    @Test
    void everythingThatIsConfiguredIsSentAsItIsWritten() throws Exception {
        try (ScriptedService service = ScriptedService.start();
                OpenAiProvider provider = TestProvider.of(TestProvider.settings(service)
                        .with("test", "api-key", "sk-1234567890")
                        .with("test", "organisation", "org-1")
                        .with("test", "model", "painter-1")
                        .with("test", "size", "512x512")
                        .with("test", "quality", "low")
                        .with("test", "output-format", "webp")
                        .with("test", "headers", List.of("X-Team: pictures", "User-Agent: mine"))
                        .with("test", "fields", "{\"seed\": 9007199254740993, \"lora\": {\"a\": [1.50]}}"))) {
            Run.of(provider, 1);
            Received request = service.imageRequests().get(0);
            assertEquals(
                    "{prompt=a red fox in the snow, n=1.0, model=painter-1, size=512x512, quality=low,"
                            + " output_format=webp, response_format=b64_json, seed=9.007199254740992E15,"
                            + " lora={a=[1.5]}}",
                    request.json().toString());
            assertEquals("Bearer sk-1234567890", request.headers().get("Authorization"));
            assertEquals("org-1", request.headers().get("OpenAI-Organization"));
            assertEquals("pictures", request.headers().get("X-Team"));
            assertEquals("mine", request.headers().get("User-Agent"));
            assertEquals("application/json", request.headers().get("Content-Type"));
        }
    }

    private static String b64(String text) {
        return "{\"b64_json\":\"" + text + "\"}";
    }
}
