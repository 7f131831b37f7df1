package dev.easel.host.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Images as files, {@code <root>/<two hexadecimal digits>/<task id>/<attempt>/<index>}.
 *
 * <p>Several hosts may share the folder: each attempt writes to a folder of its own, which one atomic rename publishes.
 * The only state is on disk. All {@link IOException}s name the path.
 */
public final class FileImageStore implements ImageStore {

    private final ImageLayout layout;
    private final ImageLimits limits;
    private final Durability durability;
    private final Clock clock;

    FileImageStore(Path root, ImageLimits limits, Durability durability, Clock clock) {
        this.layout = new ImageLayout(root);
        this.limits = limits;
        this.durability = durability;
        this.clock = clock;
    }

    /**
     * Opens a store, making its folder if there is none.
     *
     * @param root the folder that holds all images and nothing else
     * @param clock tells when images are published, to the millisecond
     * @return a store
     * @throws IOException if the folder cannot be made or written
     */
    public static FileImageStore open(Path root, Clock clock) throws IOException {
        Path folder = root.toAbsolutePath();
        Durability durability = new DiskDurability();
        try {
            ImageFiles.createDurably(folder, durability);
        } catch (IOException e) {
            throw ImageFiles.failure("make the folder of the images", folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("Cannot write to the folder of the images, " + folder + ": permission is missing");
        }
        return new FileImageStore(folder, ImageLimits.DEFAULT, durability, clock);
    }

    @Override
    public AttemptImages begin(long taskId, int attempt, int count) throws IOException {
        if (count < 1) {
            throw new IllegalArgumentException("An attempt has at least 1 image, not " + count);
        }
        AttemptFolder folder = AttemptFolder.create(layout, taskId, attempt, durability);
        var drafts = IntStream.range(0, count)
                .mapToObj(index -> new ImageDraft(index, folder.image(index), limits.bytes()))
                .toList();
        return new FileAttemptImages(folder, drafts, new ImageInspector(limits), durability, clock);
    }

    @Override
    public Optional<StoredImage> find(long taskId, int attempt, ImageInfo image) {
        Path path = layout.image(taskId, attempt, image.index());
        // A file that is there but unreadable is a fault to be told when it is opened, not an image that is gone.
        return Files.notExists(path) ? Optional.empty() : Optional.of(new StoredImageFile(path, image));
    }

    @Override
    public Map<Long, Set<Integer>> attempts(int part, Instant before) throws IOException {
        return new LeftoverScan(before).attemptsIn(layout.shard(part));
    }

    @Override
    public void delete(long taskId) throws IOException {
        ImageFiles.deleteRecursively(layout.task(taskId));
    }

    @Override
    public void delete(long taskId, int attempt) throws IOException {
        AttemptFolder.deleteAll(layout.task(taskId), attempt);
        ImageFiles.deleteIfEmpty(layout.task(taskId));
    }

    /**
     * Deletes the whole store with its folder; nobody may use it any more.
     *
     * @throws IOException if something could not be deleted
     */
    public void deleteAll() throws IOException {
        ImageFiles.deleteRecursively(layout.root());
    }
}
