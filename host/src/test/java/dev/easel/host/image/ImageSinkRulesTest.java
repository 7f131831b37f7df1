package dev.easel.host.image;

import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What a provider may do with its sinks, and what it is told when it does something else. */
class ImageSinkRulesTest {

    private static final int MAX_BYTES = 1000;
    private static final byte[] PNG = ImageSamples.pngHeader(8, 8);

    private Path root;

    private FileImageStore store;

    @BeforeEach
    void open(@TempDir Path temporary) {
        root = temporary;
        store = new FileImageStore(root, new ImageLimits(MAX_BYTES, 100), new DiskDurability(), Clock.systemUTC());
    }

    @Test
    void aSinkIsOpenedOnce() throws Exception {
        try (AttemptImages images = store.begin(1, 1, 1)) {
            ImageSink sink = images.sinks().get(0);
            sink.write(PNG);
            var second = assertThrows(IllegalStateException.class, sink::openStream);
            assertEquals(
                    "The sink of image 0 was opened before; each is opened once and holds one image",
                    second.getMessage());
            assertEquals(PNG.length, images.publish().get(0).size());
        }
    }

    @Test
    void allFaultsAreReportedTogether() throws Exception {
        try (AttemptImages images = store.begin(1, 1, 6)) {
            images.sinks().get(1).openStream().write(PNG);
            images.sinks().get(2).write("<html>".getBytes(StandardCharsets.US_ASCII));
            images.sinks().get(3).write(PNG);
            images.sinks().get(4).write(ImageSamples.pngHeader(8, 13));
            images.sinks().get(5).openStream().close();
            var faults = assertThrows(UnacceptableImageException.class, images::publish);
            assertEquals(
                    "Image 0 was not written; open, write and close every sink"
                            + "; Image 1 was not finished after 33 bytes; close every stream before generate returns"
                            + "; Image 2 starts with 3C 68 74 6D 6C 3E, which is no PNG, JPEG, WebP, GIF or AVIF"
                            + "; Image 4 is PNG of 8 x 13 pixels; 1 to 100 pixels are allowed"
                            + "; Image 5 is empty; PNG, JPEG, WebP, GIF or AVIF is allowed",
                    faults.getMessage());
        }
        assertEquals(0, filesOfTask());
    }

    @Test
    void exactlyTheAllowedLengthIsTaken() throws Exception {
        try (AttemptImages images = store.begin(1, 1, 1)) {
            images.sinks().get(0).write(Arrays.copyOf(PNG, MAX_BYTES));
            assertEquals(MAX_BYTES, images.publish().get(0).size());
        }
    }

    @Test
    void theFirstByteTooManyAndAllLaterOnesFailNamingTheLimit() throws Exception {
        try (AttemptImages images = store.begin(1, 1, 1);
                OutputStream out = images.sinks().get(0).openStream()) {
            out.write(Arrays.copyOf(PNG, MAX_BYTES));
            assertFailsNamingTheLimit(assertThrows(IOException.class, () -> out.write(0)));
            assertFailsNamingTheLimit(assertThrows(IOException.class, () -> out.write(0)));
            assertFailsNamingTheLimit(assertThrows(IOException.class, () -> out.write(new byte[0])));
        }
    }

    @Test
    void anImageBeyondTheLimitIsRefusedThoughTheProviderIgnoredTheFailure() throws Exception {
        try (AttemptImages images = store.begin(1, 1, 1)) {
            try (OutputStream out = images.sinks().get(0).openStream()) {
                out.write(PNG);
                assertThrows(IOException.class, () -> out.write(new byte[MAX_BYTES]));
            }
            var refused = assertThrows(UnacceptableImageException.class, images::publish);
            assertEquals("Image 0 is too large; at most 1000 bytes are allowed", refused.getMessage());
        }
    }

    @Test
    void aProviderThatWritesTooMuchInTryWithResourcesGetsTheFailureItself() throws Exception {
        try (AttemptImages images = store.begin(1, 1, 1)) {
            ImageSink sink = images.sinks().get(0);
            assertFailsNamingTheLimit(assertThrows(IOException.class, () -> sink.write(new byte[MAX_BYTES + 1])));
        }
    }

    @Test
    void anOpenedStoreHasTheLimitsThatAuthorsAreTold() throws Exception {
        FileImageStore opened = FileImageStore.open(root, Clock.systemUTC());
        byte[] mebibyte = new byte[1024 * 1024];
        try (AttemptImages images = opened.begin(1, 1, 2)) {
            images.sinks().get(0).write(ImageSamples.pngHeader(10_000, 10_001));
            OutputStream out = images.sinks().get(1).openStream();
            for (int i = 0; i < 64; i++) {
                out.write(mebibyte);
            }
            assertThrows(IOException.class, () -> out.write(0));
            var refused = assertThrows(UnacceptableImageException.class, images::publish);
            assertEquals(
                    "Image 0 is PNG of 10000 x 10001 pixels; 1 to 100000000 pixels are allowed"
                            + "; Image 1 is too large; at most 67108864 bytes are allowed",
                    refused.getMessage());
        }
    }

    @Test
    void aClosedStreamTakesNothingMore() throws Exception {
        try (AttemptImages images = store.begin(1, 1, 1)) {
            OutputStream out = images.sinks().get(0).openStream();
            out.write(PNG);
            out.close();
            out.close();
            var late = assertThrows(IOException.class, () -> out.write(1));
            assertEquals("Image 0 is complete: its stream was closed", late.getMessage());
            assertEquals(PNG.length, images.publish().get(0).size());
        }
    }

    @Test
    void writingAfterPublicationFailsAndChangesNothing() throws Exception {
        OutputStream late;
        try (AttemptImages images = store.begin(1, 1, 1)) {
            late = images.sinks().get(0).openStream();
            late.write(PNG);
            late.close();
            images.publish();
        }
        assertThrows(IOException.class, () -> late.write(PNG));
        late.close();
        assertArrayEquals(PNG, Files.readAllBytes(new ImageLayout(root).image(1, 1, 0)));
    }

    @Test
    void writingOpeningAndClosingAfterTheEndFail() throws Exception {
        AttemptImages images = store.begin(1, 1, 2);
        ImageSink unopened = images.sinks().get(1);
        OutputStream out = images.sinks().get(0).openStream();
        out.write(PNG);
        images.close();

        assertRunHasEnded(0, assertThrows(IOException.class, () -> out.write(1)));
        assertRunHasEnded(0, assertThrows(IOException.class, out::close));
        assertRunHasEnded(1, assertThrows(IOException.class, unopened::openStream));
        assertEquals(0, filesOfTask());
    }

    @Test
    void anAttemptIsPublishedOnceAndNotAfterItWasClosed() throws Exception {
        try (AttemptImages images = store.begin(1, 1, 1)) {
            images.sinks().get(0).write(PNG);
            images.publish();
            assertThrows(IllegalStateException.class, images::publish);
        }
        AttemptImages closed = store.begin(1, 2, 1);
        closed.close();
        assertThrows(IllegalStateException.class, closed::publish);
    }

    @Test
    void rangesOutsideOfTheArrayAreRefused() throws Exception {
        try (AttemptImages images = store.begin(1, 1, 1);
                OutputStream out = images.sinks().get(0).openStream()) {
            assertThrows(IndexOutOfBoundsException.class, () -> out.write(PNG, 30, 4));
        }
    }

    private long filesOfTask() throws IOException {
        try (var files = Files.list(new ImageLayout(root).task(1))) {
            return files.count();
        }
    }

    private static void assertFailsNamingTheLimit(IOException failure) {
        assertEquals("Image 0 is too large; at most 1000 bytes are allowed", failure.getMessage());
    }

    private static void assertRunHasEnded(int index, IOException failure) {
        assertEquals("Image " + index + " can no longer be written: its run has ended", failure.getMessage());
    }
}
