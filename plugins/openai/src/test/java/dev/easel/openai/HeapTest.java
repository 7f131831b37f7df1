package dev.easel.openai;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Large answers pass through a small heap. */
class HeapTest {
    private static final int IMAGES = 12;
    private static final int IMAGE_BYTES = 8 << 20;
    private static final String HEAP = "-Xmx16m";

    @Test
    void twelveImagesOfEightMebibytesPassThroughAHeapOfTwo() throws Exception {
        byte[] entry = ("{\"b64_json\":\"" + TestImage.base64(TestImage.ofSize(1, IMAGE_BYTES)) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        try (ScriptedService service = ScriptedService.start().with(request -> Optional.of(repeated(entry)))) {
            Process probe = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "-cp",
                            System.getProperty("java.class.path"),
                            HeapProbe.class.getName(),
                            service.baseUrl(),
                            Integer.toString(IMAGES)))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String out = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, probe.waitFor(), "exit status");
            String[] figures = out.strip().split(" ", -1);
            assertEquals((long) IMAGES * IMAGE_BYTES, Long.parseLong(figures[0]), "bytes of the images");
            System.out.printf(
                    "%d images of %d MiB with %s: at most %.1f MiB of heap in use, %s ms%n",
                    IMAGES, IMAGE_BYTES >> 20, HEAP, Long.parseLong(figures[1]) / 1048576.0, figures[2]);
        }
    }

    private static MockResponse repeated(byte[] entry) {
        return new MockResponse.Builder()
                .body(new MockResponseBody() {
                    @Override
                    public long getContentLength() {
                        return 12L + (long) IMAGES * (entry.length + 1) - 1;
                    }

                    @Override
                    public void writeTo(BufferedSink sink) throws IOException {
                        sink.writeUtf8("{\"data\":[ ");
                        for (int i = 0; i < IMAGES; i++) {
                            sink.writeUtf8(i == 0 ? "" : ",");
                            sink.write(entry);
                        }
                        sink.writeUtf8("]}");
                    }
                })
                .build();
    }
}
