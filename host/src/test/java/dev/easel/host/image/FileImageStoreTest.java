package dev.easel.host.image;

import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FileImageStoreTest {

    private static final long TASK = 0x1A_0000_00C3L;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final byte[] PNG = ImageSamples.png();

    private Path root;

    private FileImageStore store;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        root = temporary;
        store = FileImageStore.open(root, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void publishedImagesAreDescribedAndFound() throws Exception {
        byte[] gif = ImageSamples.gif();
        List<ImageInfo> published = publish(1, PNG, gif);

        Instant milliseconds = Instant.parse("2026-01-02T03:04:05.678Z");
        assertEquals(
                List.of(
                        new ImageInfo(0, "image/png", PNG.length, sha256(PNG), milliseconds),
                        new ImageInfo(1, "image/gif", gif.length, sha256(gif), milliseconds)),
                published);
        StoredImage found = store.find(TASK, 1, published.get(1)).orElseThrow();
        assertEquals("image/gif", found.mediaType());
        assertEquals(gif.length, found.size());
        assertEquals(sha256(gif), found.sha256());
        assertEquals(milliseconds, found.publishedAt());
        assertArrayEquals(gif, bytesOf(found, 0));
    }

    @Test
    void imagesLieWhereTheLayoutSays() throws Exception {
        publish(7, PNG, PNG);
        Path task = root.resolve("c3").resolve(Long.toString(TASK));
        assertEquals(List.of("7"), names(task));
        assertEquals(List.of("0", "1"), names(task.resolve("7")));
        assertArrayEquals(PNG, Files.readAllBytes(task.resolve("7").resolve("1")));
    }

    @Test
    void anImageIsReadFromAnyOffset() throws Exception {
        StoredImage image = store.find(TASK, 1, publish(1, PNG).get(0)).orElseThrow();
        assertArrayEquals(Arrays.copyOfRange(PNG, 11, PNG.length), bytesOf(image, 11));
        assertArrayEquals(new byte[0], bytesOf(image, PNG.length));
        assertThrows(IllegalArgumentException.class, () -> image.open(PNG.length + 1L));
        assertThrows(IllegalArgumentException.class, () -> image.open(-1));
    }

    @Test
    void anImageWhoseFileIsGoneIsNotFound() throws Exception {
        ImageInfo info = publish(1, PNG).get(0);
        assertTrue(store.find(TASK, 2, info).isEmpty());
        StoredImage image = store.find(TASK, 1, info).orElseThrow();
        Files.delete(imageFile(1, 0));
        assertTrue(store.find(TASK, 1, info).isEmpty());
        assertMessageHas(assertThrows(IOException.class, () -> image.open(0)), imageFile(1, 0));
    }

    @Test
    void aFileOfAnotherLengthIsAnErrorAndNotServed() throws Exception {
        ImageInfo info = publish(1, PNG).get(0);
        Files.write(imageFile(1, 0), new byte[3]);
        StoredImage image = store.find(TASK, 1, info).orElseThrow();
        IOException damaged = assertThrows(IOException.class, () -> image.open(0));
        assertEquals(
                "Cannot read " + imageFile(1, 0) + ": it holds 3 bytes, but " + PNG.length + " were published",
                damaged.getMessage());
    }

    @Test
    void imagesAreWrittenInAnyOrderAndPiecemeal() throws Exception {
        byte[] large = Arrays.copyOf(PNG, 300_000);
        try (AttemptImages images = store.begin(TASK, 1, 2)) {
            write(images, 1, PNG);
            try (OutputStream out = images.sinks().get(0).openStream()) {
                out.write(large[0]);
                out.write(large, 1, 99_999);
                out.write(large, 100_000, 200_000);
            }
            List<ImageInfo> published = images.publish();
            assertEquals(sha256(large), published.get(0).sha256());
            assertArrayEquals(
                    large, bytesOf(store.find(TASK, 1, published.get(0)).orElseThrow(), 0));
        }
    }

    @Test
    void sinksKnowTheirIndex() throws Exception {
        try (AttemptImages images = store.begin(TASK, 1, 3)) {
            assertEquals(
                    List.of(0, 1, 2),
                    images.sinks().stream().map(ImageSink::index).toList());
        }
    }

    @Test
    void twelveThreadsWriteTwelveImagesAtOnce() throws Exception {
        int count = 12;
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try (AttemptImages images = store.begin(TASK, 1, count)) {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Future<Integer>> writes = images.sinks().stream()
                    .map(sink -> threads.submit(() -> {
                        start.await();
                        sink.write(Arrays.copyOf(PNG, 200_000 + sink.index()));
                        return sink.index();
                    }))
                    .toList();
            for (Future<Integer> write : writes) {
                write.get();
            }
            assertEquals(
                    IntStream.range(0, count)
                            .mapToObj(index -> sha256(Arrays.copyOf(PNG, 200_000 + index)))
                            .toList(),
                    images.publish().stream().map(ImageInfo::sha256).toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothingIsVisibleBeforePublication() throws Exception {
        try (AttemptImages images = store.begin(TASK, 1, 1)) {
            write(images, 0, PNG);
            assertTrue(Files.notExists(imageFile(1, 0)));
        }
    }

    @Test
    void whatIsNotPublishedIsDeletedOnClosing() throws Exception {
        AttemptImages images = store.begin(TASK, 1, 2);
        write(images, 0, PNG);
        images.sinks().get(1).openStream().write(PNG);
        images.close();
        images.close();
        assertEquals(List.of(), names(taskFolder()));
    }

    @Test
    void closingLeavesWhatIsPublished() throws Exception {
        publish(1, PNG);
        assertTrue(Files.exists(imageFile(1, 0)));
    }

    @Test
    void beginningAnAttemptAgainDeletesWhatItLeft() throws Exception {
        publish(1, PNG);
        publish(11, PNG);
        AttemptImages lost = store.begin(TASK, 1, 1);
        write(lost, 0, PNG);

        byte[] gif = ImageSamples.gif();
        assertEquals("image/gif", publish(1, gif).get(0).mediaType());

        assertArrayEquals(gif, Files.readAllBytes(imageFile(1, 0)));
        assertEquals(List.of("1", "11"), names(taskFolder()));
    }

    @Test
    void anEarlierUserOfTheSameAttemptCanNoLongerPublish() throws Exception {
        AttemptImages earlier = store.begin(TASK, 1, 1);
        write(earlier, 0, PNG);
        byte[] gif = ImageSamples.gif();
        try (AttemptImages later = store.begin(TASK, 1, 1)) {
            write(later, 0, gif);
            assertThrows(IOException.class, earlier::publish);
            earlier.close();
            later.publish();
        }
        assertArrayEquals(gif, Files.readAllBytes(imageFile(1, 0)));
    }

    @Test
    void attemptsOfOneTaskDoNotTouchEachOther() throws Exception {
        FileImageStore otherHost = FileImageStore.open(root, Clock.systemUTC());
        try (AttemptImages dead = store.begin(TASK, 1, 1);
                AttemptImages alive = otherHost.begin(TASK, 2, 1)) {
            write(dead, 0, PNG);
            write(alive, 0, ImageSamples.jpeg());
            dead.close();
            assertEquals("image/jpeg", alive.publish().get(0).mediaType());
        }
        assertEquals(List.of("2"), names(taskFolder()));
    }

    @Test
    void theFolderIsMadeWhenItIsMissing() throws Exception {
        Path deep = root.resolve("a").resolve("b");
        FileImageStore.open(deep, Clock.systemUTC());
        assertTrue(Files.isDirectory(deep));
    }

    @Test
    void anAttemptWithoutImagesIsRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> store.begin(TASK, 1, 0));
        assertEquals("An attempt has at least 1 image, not 0", refused.getMessage());
    }

    @Test
    void partsHaveNamesOfTheirOwnThatTellTheAttempt() {
        ImageLayout layout = new ImageLayout(root);
        Path part = layout.newPart(TASK, 3);
        assertNotEquals(part, layout.newPart(TASK, 3));
        assertTrue(ImageLayout.belongsTo(3, part));
        assertTrue(ImageLayout.belongsTo(3, layout.attempt(TASK, 3)));
        assertFalse(ImageLayout.belongsTo(30, part));
        assertFalse(ImageLayout.belongsTo(3, layout.newPart(TASK, 33)));
        assertFalse(ImageLayout.belongsTo(3, layout.attempt(TASK, 33)));
    }

    private List<ImageInfo> publish(int attempt, byte[]... contents) throws Exception {
        try (AttemptImages images = store.begin(TASK, attempt, contents.length)) {
            for (int i = 0; i < contents.length; i++) {
                write(images, i, contents[i]);
            }
            return images.publish();
        }
    }

    private static void write(AttemptImages images, int index, byte[] content) throws IOException {
        images.sinks().get(index).write(content);
    }

    private Path taskFolder() {
        return new ImageLayout(root).task(TASK);
    }

    private Path imageFile(int attempt, int index) {
        return new ImageLayout(root).image(TASK, attempt, index);
    }

    private static byte[] bytesOf(StoredImage image, long offset) throws IOException {
        try (InputStream in = image.open(offset)) {
            return in.readAllBytes();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static void assertMessageHas(IOException failure, Path path) {
        assertTrue(String.valueOf(failure.getMessage()).contains(path.toString()), failure::toString);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
