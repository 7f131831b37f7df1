package dev.easel.host.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

class ImageDeletionTest {

    private static final byte[] PNG = ImageSamples.pngHeader(8, 8);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Path root;

    private FileImageStore store;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        root = temporary;
        store = FileImageStore.open(root, Clock.systemUTC());
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void allAttemptsOfATaskAreDeletedAndOtherTasksStay() throws Exception {
        publish(0x105, 1);
        publish(0x105, 2);
        ImageInfo other = publish(0x205, 1);

        store.delete(0x105);

        assertFalse(Files.exists(taskFolder(0x105)));
        assertTrue(store.find(0x205, 1, other).isPresent());
    }

    @Test
    void deletingWhatIsNotThereDoesNothing() throws Exception {
        store.delete(99);
        store.delete(99);
        assertFalse(Files.exists(taskFolder(99)));
    }

    @Test
    void anAttemptBeginsWhileOthersOfItsTaskAreSweptUp() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Future<?> sweeping = threads.submit(() -> {
            while (!done.get()) {
                store.delete(7, 1);
            }
            return null;
        });
        for (int i = 0; i < 2000; i++) {
            store.begin(7, 2, 1).close();
            store.delete(7, 2);
        }
        done.set(true);
        sweeping.get();
    }

    @Test
    void aStreamThatIsOpenReadsToItsEnd() throws Exception {
        StoredImage image = store.find(3, 1, publish(3, 1)).orElseThrow();
        try (InputStream in = image.open(0)) {
            store.delete(3);
            assertArrayEquals(PNG, in.readAllBytes());
        }
        assertThrows(IOException.class, () -> image.open(0));
    }

    @Test
    void anAttemptThatIsBeingWrittenIsDeletedTooAndCannotBePublished() throws Exception {
        try (AttemptImages images = store.begin(3, 1, 1)) {
            OutputStream out = images.sinks().get(0).openStream();
            out.write(PNG);
            store.delete(3);
            out.close();
            assertThrows(IOException.class, images::publish);
        }
        assertFalse(Files.exists(taskFolder(3)));
    }

    @Test
    void severalMayDeleteTheSameTaskAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            publish(3, 1);
            publish(3, 2);
            CyclicBarrier start = new CyclicBarrier(4);
            List<Future<?>> deletions = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                deletions.add(threads.submit(() -> {
                    start.await();
                    store.delete(3);
                    return null;
                }));
            }
            for (Future<?> deletion : deletions) {
                deletion.get();
            }
            assertFalse(Files.exists(taskFolder(3)));
        }
    }

    @Test
    void deletingWhileOthersWriteFailsNeverAndLeavesWholeAttemptsOrNone() throws Exception {
        for (int round = 0; round < 50; round++) {
            CyclicBarrier start = new CyclicBarrier(2);
            int attempt = round;
            Future<Boolean> writer = threads.submit(() -> {
                start.await();
                return published(3, attempt);
            });
            start.await();
            store.delete(3);
            boolean published = writer.get();
            List<String> left = attemptsLeft(3);
            assertTrue(
                    left.isEmpty() || (published && left.equals(List.of(Integer.toString(attempt)))), left::toString);
            store.delete(3);
            assertEquals(List.of(), attemptsLeft(3));
        }
    }

    @Test
    void whatCannotBeDeletedIsNamed() throws Exception {
        Path notAFolder = root.resolve("03");
        Files.createFile(notAFolder);
        Path below = notAFolder.resolve("3");
        assumeFalse(isTakenForMissing(below), "this Java takes a path below a file for one that is not there");
        IOException failure = assertThrows(IOException.class, () -> store.delete(3));
        assertTrue(String.valueOf(failure.getMessage()).startsWith("Cannot delete " + below), failure::toString);
    }

    private static boolean isTakenForMissing(Path path) {
        try {
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return false;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private ImageInfo publish(long taskId, int attempt) throws Exception {
        try (AttemptImages images = store.begin(taskId, attempt, 1)) {
            images.sinks().get(0).write(PNG);
            return images.publish().get(0);
        }
    }

    /** Writes several images, which fails where their folder was deleted meanwhile. */
    private boolean published(long taskId, int attempt) throws UnacceptableImageException {
        try (AttemptImages images = store.begin(taskId, attempt, 3)) {
            for (var sink : images.sinks()) {
                sink.write(PNG);
            }
            images.publish();
            return true;
        } catch (IOException deletedMeanwhile) {
            return false;
        }
    }

    private List<String> attemptsLeft(long taskId) throws IOException {
        if (Files.notExists(taskFolder(taskId))) {
            return List.of();
        }
        try (var files = Files.list(taskFolder(taskId))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private Path taskFolder(long taskId) {
        return new ImageLayout(root).task(taskId);
    }
}
