package dev.easel.openai;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationException.Kind;
import dev.easel.api.provider.Readiness;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whose fault the failures of services are, and what administrators read about them. */
class FaultsTest {

    record Row(String name, MockResponse answer, Kind kind, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "a bad request",
                        Answers.error(400, "", "prompt", "The prompt is too long."),
                        Kind.REQUEST,
                        "The prompt is too long."),
                new Row(
                        "a prompt against the policy",
                        Answers.error(
                                400, "content_policy_violation", "Your request was rejected by our safety system."),
                        Kind.REQUEST,
                        "refuses the prompt"),
                new Row(
                        "Azure's content filter",
                        Answers.json(
                                400,
                                "{\"error\":{\"code\":\"contentFilter\",\"message\":\"Filtered.\","
                                        + "\"innererror\":{\"code\":\"ResponsibleAIPolicyViolation\"}}}"),
                        Kind.REQUEST,
                        "refuses the prompt"),
                new Row(
                        "a policy that comes with 200",
                        Answers.json("{\"error\":{\"code\":\"moderation_blocked\",\"message\":\"Blocked.\"}}"),
                        Kind.REQUEST,
                        "refuses the prompt"),
                new Row("a request that is too large", Answers.error(413, "", "Too large"), Kind.REQUEST, "HTTP 413"),
                new Row(
                        "a wrong key",
                        Answers.error(401, "invalid_api_key", "Incorrect API key provided."),
                        Kind.LACKING,
                        "check plugin.openai.services.test.api-key"),
                new Row(
                        "a key without rights",
                        Answers.error(403, "", "Not allowed."),
                        Kind.LACKING,
                        "refuses the key (HTTP 403)"),
                new Row(
                        "an unknown model",
                        Answers.error(404, "model_not_found", "The model does not exist."),
                        Kind.LACKING,
                        "does not have the model painter-1"),
                new Row(
                        "a model that is not loaded",
                        Answers.json(500, "{\"error\":{\"message\":\"could not load model: file not found\"}}"),
                        Kind.LACKING,
                        "does not have the model painter-1"),
                new Row(
                        "a model that is overloaded",
                        Answers.error(503, "", "The model is currently not available."),
                        Kind.PROVIDER,
                        "failed (HTTP 503)"),
                new Row(
                        "a wrong path",
                        Answers.json(404, "{\"detail\":\"Not Found\"}"),
                        Kind.LACKING,
                        "check plugin.openai.services.test.base-url"),
                new Row(
                        "a redirect",
                        Answers.redirect("https://elsewhere.example/v1"),
                        Kind.LACKING,
                        "check plugin.openai.services.test.base-url"),
                new Row(
                        "a used up quota",
                        Answers.error(429, "insufficient_quota", "You exceeded your current quota."),
                        Kind.LACKING,
                        "no credit or quota left"),
                new Row(
                        "a limit of costs",
                        Answers.error(400, "billing_hard_limit_reached", "Billing hard limit has been reached."),
                        Kind.LACKING,
                        "no credit or quota left"),
                new Row("a payment that is due", Answers.error(402, "", "Payment Required"), Kind.LACKING, "no credit"),
                new Row(
                        "too many requests",
                        Answers.error(429, "rate_limit_exceeded", "Slow down."),
                        Kind.PROVIDER,
                        "asks for fewer requests"),
                new Row("an internal error", Answers.error(500, "", "Oops."), Kind.PROVIDER, "HTTP 500"),
                new Row(
                        "a gateway's page",
                        new MockResponse.Builder()
                                .code(502)
                                .body("<html><b>Bad gateway</b></html>")
                                .build(),
                        Kind.PROVIDER,
                        "failed (HTTP 502)."),
                new Row(
                        "a page with 200",
                        new MockResponse.Builder().body("<html>Log in</html>").build(),
                        Kind.PROVIDER,
                        "not the JSON object"),
                new Row(
                        "no images and no error",
                        Answers.json("{\"data\":[]}"),
                        Kind.PROVIDER,
                        "without an image and without an error"),
                new Row(
                        "something that is no image",
                        Answers.json("{\"data\":[{\"b64_json\":\"PGh0bWw+bm8gaW1hZ2U8L2h0bWw+\"}]}"),
                        Kind.PROVIDER,
                        "is not PNG, JPEG"),
                new Row(
                        "something that is no Base64",
                        Answers.json("{\"data\":[{\"b64_json\":\"????\"}]}"),
                        Kind.PROVIDER,
                        "not in Base64"),
                new Row(
                        "a text that ends too early",
                        new MockResponse.Builder()
                                .body("{\"data\":[{\"b64_json\":\"iVBORw0K")
                                .build(),
                        Kind.PROVIDER,
                        "ends too early"),
                new Row(
                        "a connection that is cut before the answer",
                        new MockResponse.Builder()
                                .onResponseStart(new SocketEffect.CloseSocket())
                                .build(),
                        Kind.PROVIDER,
                        "could not be used"),
                new Row(
                        "a connection that is cut within the answer",
                        Answers.images(4)
                                .newBuilder()
                                .onResponseBody(new SocketEffect.CloseSocket())
                                .build(),
                        Kind.PROVIDER,
                        "could not be used"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFailureIsOfItsKindAndSaysWhatToDo(Row row) throws Exception {
        try (ScriptedService service = ScriptedService.start().with(Quirks.answers(row.answer()));
                OpenAiProvider provider = TestProvider.of(TestProvider.settings(service)
                        .with("test", "api-key", "sk-0123456789")
                        .with("test", "model", "painter-1"))) {
            GenerationException failure = Run.failing(provider);
            System.out.printf("| %s | %s | %s |%n", row.name(), failure.kind(), failure.getMessage());
            assertEquals(row.kind(), failure.kind(), failure::getMessage);
            assertTrue(String.valueOf(failure.getMessage()).contains(row.message()), failure::getMessage);
            assertEquals(
                    row.kind() != Kind.LACKING,
                    provider.readiness().isReady(),
                    () -> "readiness " + provider.readiness());
        }
    }

    @Test
    void aMissingModelIsNamedAsTheKeyToSet() throws Exception {
        try (ScriptedService service = ScriptedService.start()
                        .with(Quirks.answers(Answers.error(400, "", "You must provide a model parameter")));
                OpenAiProvider provider = TestProvider.of(service)) {
            GenerationException failure = Run.failing(provider);
            assertEquals(Kind.LACKING, failure.kind());
            assertTrue(
                    String.valueOf(failure.getMessage()).contains("set plugin.openai.services.test.model"),
                    failure::getMessage);
            assertEquals(1, service.imageRequests().size(), "requests");
        }
    }

    @Test
    void aRefusalThatNothingCanHelpEndsInOneRequestOnceTheServiceHasWorked() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedService service = ScriptedService.start()
                        .with(request -> requests.incrementAndGet() == 1
                                ? Optional.empty()
                                : Optional.of(Answers.json(400, "{\"error\":\"Bad Request\"}")));
                OpenAiProvider provider = TestProvider.of(service)) {
            Run.of(provider, 1);
            assertEquals(Kind.REQUEST, Run.failing(provider).kind());
            assertEquals(2, requests.get());
        }
    }

    @Test
    void anInternalErrorOfAServiceThatHasWorkedChangesNothing() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedService service = ScriptedService.start()
                        .with(request -> requests.incrementAndGet() == 2
                                ? Optional.of(Answers.error(500, "", "The tensor has an invalid size."))
                                : Optional.empty());
                OpenAiProvider provider =
                        TestProvider.of(TestProvider.settings(service).with("test", "size", "512x512"))) {
            Run.of(provider, 1);
            assertEquals(Kind.PROVIDER, Run.failing(provider).kind());
            Run.of(provider, 1);
            assertTrue(service.imageRequests().stream().allMatch(request -> request.has("size")));
        }
    }

    static Stream<List<String>> delays() {
        String soon = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90));
        return Stream.of(
                List.of("Retry-After", "40", "40"),
                List.of("Retry-After", soon, "88"),
                List.of("retry-after-ms", "7500", "7"),
                List.of("x-ratelimit-reset-requests", "1m2s", "62"),
                List.of("x-ratelimit-reset-tokens", "400ms", "0"));
    }

    @ParameterizedTest
    @MethodSource("delays")
    void aServiceThatIsBusySaysWhenToComeAgain(List<String> header) throws Exception {
        MockResponse busy = Answers.error(429, "", "Slow down.")
                .newBuilder()
                .setHeader(header.get(0), header.get(1))
                .setHeader(header.get(0).replace("-reset-", "-remaining-"), "0")
                .setHeader(header.get(0), header.get(1))
                .build();
        try (ScriptedService service = ScriptedService.start().with(Quirks.answers(busy));
                OpenAiProvider provider = TestProvider.of(service)) {
            Duration delay = Run.failing(provider).retryAfter().orElseThrow();
            long expected = Long.parseLong(header.get(2));
            assertTrue(delay.toSeconds() >= expected && delay.toSeconds() <= expected + 2, () -> "delay " + delay);
        }
    }

    @Test
    void noRunAsksAServiceThatHasAskedForAPause() throws Exception {
        MockResponse busy = Answers.error(503, "", "Maintenance.")
                .newBuilder()
                .setHeader("Retry-After", "600")
                .build();
        try (ScriptedService service = ScriptedService.start().with(Quirks.answers(busy));
                OpenAiProvider provider = TestProvider.of(service)) {
            Run.failing(provider);
            GenerationException second = Run.failing(provider);
            assertEquals(Kind.PROVIDER, second.kind());
            assertTrue(second.retryAfter().orElseThrow().toSeconds() > 500);
            assertEquals(1, service.imageRequests().size(), "requests");
        }
    }

    @Test
    void anUnreachableServiceIsNotReadyAndItsTasksAreTriedLater() throws Exception {
        Settings gone;
        try (ScriptedService service = ScriptedService.start()) {
            gone = TestProvider.settings(service);
        }
        try (OpenAiProvider provider = TestProvider.of(gone)) {
            Readiness readiness = provider.readiness();
            assertEquals(Readiness.State.NOT_READY, readiness.state());
            assertTrue(readiness.reasons().get(0).contains("cannot be reached"), readiness::toString);
            assertEquals(Kind.PROVIDER, Run.failing(provider).kind());
        }
    }

    @Test
    void aServiceThatIsSilentForTooLongIsTriedLater() throws Exception {
        MockResponse slow = Answers.images(1)
                .newBuilder()
                .throttleBody(10, 500, TimeUnit.MILLISECONDS)
                .build();
        try (ScriptedService service = ScriptedService.start().with(Quirks.answers(slow));
                OpenAiProvider provider = TestProvider.of(
                        TestProvider.settings(service).with("test", "timeout", Duration.ofSeconds(1)))) {
            GenerationException failure = Run.failing(provider);
            assertEquals(Kind.PROVIDER, failure.kind());
            assertTrue(String.valueOf(failure.getMessage()).contains("did not answer within 1 s"), failure::getMessage);
        }
    }

    @Test
    void imagesThatArePaidForAreNotLostToOneFailure() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedService service = ScriptedService.start()
                        .with(Quirks.takesOneImageOnly())
                        .with(request -> requests.incrementAndGet() == 2
                                ? Optional.of(Answers.error(500, "", "Oops."))
                                : Optional.empty());
                OpenAiProvider provider = TestProvider.of(service)) {
            assertEquals(2, Run.of(provider, 2).size());
            assertEquals(4, service.imageRequests().size(), "requests: one of two images, one, a failure, one");
        }
    }
}
