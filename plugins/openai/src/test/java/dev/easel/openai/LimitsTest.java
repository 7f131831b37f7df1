package dev.easel.openai;

import dev.easel.api.contract.MemorySink;
import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is too much of an answer. */
class LimitsTest {
    private static final String PNG_AS_BASE64 = TestImage.base64(TestImage.ofSize(1, 6000));

    @Test
    void anImageThatIsLargerThanASinkTakesIsRefused() throws Exception {
        requireRefused(endless("{\"data\":[{\"b64_json\":\"" + PNG_AS_BASE64, "AAAA"), "larger than 67108864 bytes");
    }

    @Test
    void anAnswerThatDoesNotEndIsRefused() throws Exception {
        requireRefused(endless("{\"x\":\"", "xxxx"), "is longer than");
    }

    @Test
    void anAnswerThatUnpacksToMuchMoreIsRefused() throws Exception {
        Buffer packed = new Buffer();
        try (BufferedSink text = Okio.buffer(new GzipSink(packed))) {
            text.writeUtf8("{\"x\":\"");
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < 110; i++) {
                text.write(block);
            }
        }
        assertTrue(packed.size() < 1 << 20, "the answer is small as it is sent");
        requireRefused(
                new MockResponse.Builder()
                        .setHeader("Content-Encoding", "gzip")
                        .body(packed)
                        .build(),
                "is longer than");
    }

    @Test
    void anErrorIsReadAsFarAsIsOfUse() throws Exception {
        MockResponse error = endless("{\"error\":{\"message\":\"", "word ")
                .newBuilder()
                .code(500)
                .build();
        requireRefused(error, "failed (HTTP 500)");
    }

    @Test
    void aFetchedImageThatDoesNotEndIsRefused() throws Exception {
        try (ScriptedService service = ScriptedService.start()
                        .at("/image.png", request -> endless(TestImage.ofSize(1, 6000), "AAAA"))
                        .with(Quirks.answers(Answers.addresses("/image.png")));
                OpenAiProvider provider = TestProvider.of(service)) {
            assertTrue(String.valueOf(Run.failing(provider).getMessage()).contains("larger than 67108864 bytes"));
        }
    }

    @Test
    void anImageOfTooManyPixelsIsRefusedBeforeItIsWritten() throws Exception {
        String bomb = TestImage.base64(TestImage.claiming(20_000, 20_000));
        MemorySink sink = new MemorySink(0);
        try (ScriptedService service = ScriptedService.start()
                        .with(Quirks.answers(Answers.json("{\"data\":[{\"b64_json\":\"" + bomb + "\"}]}")));
                OpenAiProvider provider = TestProvider.of(service)) {
            GenerationException failure = assertThrows(
                    GenerationException.class,
                    () -> provider.generate(Run.request(Run.PROMPT), List.<ImageSink>of(sink)));
            assertTrue(String.valueOf(failure.getMessage()).contains("20000 x 20000 pixels"), failure::getMessage);
            assertFalse(sink.isComplete());
        }
    }

    private static void requireRefused(MockResponse answer, String message) throws Exception {
        try (ScriptedService service = ScriptedService.start().with(Quirks.answers(answer));
                OpenAiProvider provider = TestProvider.of(service)) {
            GenerationException failure = Run.failing(provider);
            assertEquals(GenerationException.Kind.PROVIDER, failure.kind());
            assertTrue(String.valueOf(failure.getMessage()).contains(message), failure::getMessage);
        }
    }

    private static MockResponse endless(String start, String more) {
        return endless(start.getBytes(StandardCharsets.UTF_8), more);
    }

    /** Answers for as long as the other side reads. */
    private static MockResponse endless(byte[] start, String more) {
        byte[] block = more.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        return new MockResponse.Builder()
                .body(new MockResponseBody() {
                    @Override
                    public long getContentLength() {
                        return Long.MAX_VALUE / 2;
                    }

                    @Override
                    public void writeTo(BufferedSink sink) throws IOException {
                        sink.write(start);
                        while (sink.isOpen()) {
                            sink.write(block);
                        }
                    }
                })
                .build();
    }
}
