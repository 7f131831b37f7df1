package dev.easel.host.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** In which order images reach the disk, and what happens when the disk refuses. */
class ImageDurabilityTest {

    private static final byte[] PNG = ImageSamples.pngHeader(8, 8);

    private Path folder;

    private final RecordingDurability durability = new RecordingDurability();
    private Path root;
    private FileImageStore store;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        root = folder.resolve("images");
        store = new FileImageStore(root, ImageLimits.DEFAULT, durability, Clock.systemUTC());
    }

    @Test
    void filesAreSyncedBeforeTheRenameAndAllFoldersAbove() throws Exception {
        try (AttemptImages images = store.begin(5, 2, 2)) {
            images.sinks().get(0).write(PNG);
            images.sinks().get(1).write(Arrays.copyOf(PNG, 40));
            assertEquals(List.of(), durability.steps());
            images.publish();
        }
        assertEquals(
                List.of(
                        "sync file of 33 bytes",
                        "sync file of 40 bytes",
                        "sync folder part",
                        "rename part to 2",
                        "sync folder 5",
                        "sync folder 05",
                        "sync folder images"),
                durability.steps());
    }

    @Test
    void nothingIsSyncedOrRenamedWhenAnImageIsRefused() throws Exception {
        try (AttemptImages images = store.begin(5, 2, 2)) {
            images.sinks().get(0).write(PNG);
            assertThrows(UnacceptableImageException.class, images::publish);
        }
        assertEquals(List.of(), durability.steps());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sync file of 33 bytes",
                "sync folder part",
                "rename part to 2",
                "sync folder 5",
                "sync folder 05",
                "sync folder images"
            })
    void aFailedStepFailsThePublicationAndLeavesNothing(String step) throws Exception {
        durability.failAt(step);
        try (AttemptImages images = store.begin(5, 2, 1)) {
            images.sinks().get(0).write(PNG);
            assertTrue(message(assertThrows(IOException.class, images::publish)).contains("No space left on device"));
        }
        try (var left = Files.list(root.resolve("05").resolve("5"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aFileThatCannotBeSyncedIsNamed() throws Exception {
        durability.failAt("sync file of 33 bytes");
        try (AttemptImages images = store.begin(5, 2, 1)) {
            images.sinks().get(0).write(PNG);
            String message = message(assertThrows(IOException.class, images::publish));
            assertTrue(message.startsWith("Cannot sync " + root.resolve("05").resolve("5")), message);
        }
    }

    @Test
    void missingFoldersOfTheStoreAreMadeDurably() throws Exception {
        ImageFiles.createDurably(root.resolve("deep"), durability);
        assertEquals(List.of("sync folder " + folder.getFileName(), "sync folder images"), durability.steps());
    }

    @Test
    void aFileInTheWayOfTheStoreIsNamed() throws Exception {
        Files.createFile(root);
        String message = message(assertThrows(IOException.class, () -> FileImageStore.open(root, Clock.systemUTC())));
        assertTrue(message.startsWith("Cannot make the folder of the images " + root), message);
    }

    @Test
    void aFileInTheWayOfATaskIsNamed() throws Exception {
        Files.createDirectories(root.resolve("05"));
        Files.createFile(root.resolve("05").resolve("5"));
        String message = message(assertThrows(IOException.class, () -> store.begin(5, 1, 1)));
        assertTrue(message.startsWith("Cannot prepare " + root.resolve("05").resolve("5")), message);
    }

    @Test
    void aFileThatCannotBeMadeIsNamedAndFailsThePublication() throws Exception {
        try (AttemptImages images = store.begin(5, 1, 1)) {
            store.delete(5);
            String message = message(
                    assertThrows(IOException.class, () -> images.sinks().get(0).openStream()));
            assertTrue(
                    message.startsWith("Image 0 could not be stored: Cannot create "
                            + root.resolve("05").resolve("5")),
                    message);
            assertEquals(message, message(assertThrows(IOException.class, images::publish)));
        }
    }

    private static String message(IOException failure) {
        return String.valueOf(failure.getMessage());
    }
}
