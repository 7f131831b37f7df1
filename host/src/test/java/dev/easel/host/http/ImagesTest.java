package dev.easel.host.http;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.ocs.BytesImage;
import dev.easel.host.task.Owner;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Images over real HTTP: headers, conditions, ranges. */
class ImagesTest {
    private static final int SIZE = 200_000;
    private static final String PATH = "/ocs/v2.php/text2image/task/7/image/0";

    private final BytesImage image = BytesImage.of(SIZE);
    private final String tag = "\"" + image.sha256() + "\"";
    private final TestServer server = new TestServer();

    @BeforeEach
    void addImage() {
        server.tasks.addOf(Owner.guest("127.0.0.1", Optional.empty()), TaskStatus.SUCCESSFUL, "");
        server.tasks.addImage(7, image);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<byte[]> get(String... headers) {
        HttpRequest.Builder request = server.ocs(PATH);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return server.send(request, BodyHandlers.ofByteArray());
    }

    private static void assertHeaders(HttpResponse<?> response, Map<String, String> expected) {
        expected.forEach((name, value) ->
                assertEquals(Optional.of(value), response.headers().firstValue(name), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void bothVerbsServeTheBytesWithWhatCachesNeed(String verb) {
        HttpResponse<byte[]> response =
                server.send(server.ocs(PATH).method(verb, BodyPublishers.noBody()), BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode());
        assertArrayEquals(image.bytes(), response.body());
        assertHeaders(
                response,
                Map.of(
                        "Content-Type", "image/png",
                        "Content-Length", "" + SIZE,
                        "Content-Disposition", "inline; filename=\"0\"",
                        "ETag", tag,
                        "Last-Modified", "Tue, 14 Nov 2023 22:13:20 GMT",
                        "Cache-Control", "private, no-cache",
                        "Vary", "Authorization, Cookie",
                        "Accept-Ranges", "bytes",
                        "X-Content-Type-Options", "nosniff"));
    }

    @Test
    void headHasTheSameHeadersAndNoBody() {
        HttpResponse<byte[]> get = get();
        HttpResponse<byte[]> head = server.send(
                server.ocs(PATH).header("Range", "bytes=0-9").method("HEAD", BodyPublishers.noBody()),
                BodyHandlers.ofByteArray());
        assertEquals(200, head.statusCode());
        assertEquals(0, head.body().length);
        for (String name : get.headers().map().keySet()) {
            if (!name.equalsIgnoreCase("x-request-id") && !name.equalsIgnoreCase("date")) {
                assertEquals(get.headers().firstValue(name), head.headers().firstValue(name), name);
            }
        }
    }

    @Test
    void whatTheClientHasIsNotSentAgain() {
        for (String condition : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
            HttpResponse<byte[]> response = get("If-None-Match", condition);
            assertEquals(304, response.statusCode(), condition);
            assertEquals(0, response.body().length);
            assertHeaders(response, Map.of("ETag", tag, "Cache-Control", "private, no-cache"));
        }
        assertEquals(200, get("If-None-Match", "\"another\"").statusCode());
        assertEquals(
                304, get("If-Modified-Since", "Tue, 14 Nov 2023 22:13:20 GMT").statusCode());
        assertEquals(412, get("If-Match", "\"another\"").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=199990-, 199990, 199999",
        "bytes=-5, 199995, 199999",
        "bytes=199999-999999999999999999999, 199999, 199999",
        "bytes=-999999999, 0, 199999"
    })
    void aRangeIsServed(String range, int first, int last) {
        HttpResponse<byte[]> response = get("Range", range);
        assertEquals(206, response.statusCode());
        assertArrayEquals(Arrays.copyOfRange(image.bytes(), first, last + 1), response.body());
        assertHeaders(
                response,
                Map.of(
                        "Content-Range",
                        "bytes " + first + "-" + last + "/" + SIZE,
                        "Content-Length",
                        "" + (last - first + 1),
                        "Content-Type",
                        "image/png",
                        "ETag",
                        tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=200000-", "bytes=200000-200005", "bytes=-0"})
    void aRangeBeyondTheEndIsRefused(String range) {
        HttpResponse<byte[]> response = get("Range", range);
        assertEquals(416, response.statusCode());
        assertHeaders(response, Map.of("Content-Range", "bytes */" + SIZE));
        assertEquals(0, response.body().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=9-1", "items=0-1", "bytes=-", "bytes=a-b"})
    void severalOrSenselessRangesGetTheWhole(String range) {
        assertEquals(200, get("Range", range).statusCode());
    }

    @Test
    void aRangeOfAnotherRepresentationGetsTheWhole() {
        assertEquals(206, get("Range", "bytes=0-9", "If-Range", tag).statusCode());
        assertEquals(200, get("Range", "bytes=0-9", "If-Range", "\"another\"").statusCode());
        assertEquals(
                206,
                get("Range", "bytes=0-9", "If-Range", "Tue, 14 Nov 2023 22:13:20 GMT")
                        .statusCode());
    }

    @Test
    void anImageThatIsGoneIsNotFound() {
        server.tasks.addImage(7, BytesImage.gone());
        HttpResponse<String> response = server.send(server.ocs(PATH.replace("image/0", "image/1") + "?format=json"));
        assertEquals(404, response.statusCode());
        assertTrue(response.body().contains("Image not found"));
        assertTrue(response.headers().firstValue("ETag").isEmpty());
    }

    @Test
    void anImageThatBreaksOffIsNeverTakenForComplete() {
        server.tasks.addImage(7, BytesImage.truncated(100_000, SIZE));
        HttpRequest.Builder request = server.ocs(PATH.replace("image/0", "image/1"));
        assertThrows(UncheckedIOException.class, () -> server.send(request, BodyHandlers.ofByteArray()));
    }

    @Test
    void aTaskWithoutImagesYetHasNone() {
        server.tasks.addOf(Owner.guest("127.0.0.1", Optional.empty()), TaskStatus.RUNNING, "");
        assertEquals(
                404, server.send(server.ocs(PATH.replace("task/7", "task/8"))).statusCode());
    }
}
