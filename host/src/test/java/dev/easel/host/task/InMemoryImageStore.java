package dev.easel.host.task;

import dev.easel.api.provider.ImageSink;
import dev.easel.host.image.AttemptImages;
import dev.easel.host.image.ImageInfo;
import dev.easel.host.image.ImageStore;
import dev.easel.host.image.StoredImage;
import dev.easel.host.image.UnacceptableImageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Images in memory, which accepts every sink that was written. */
final class InMemoryImageStore implements ImageStore {
    private final Map<Key, List<byte[]>> published = new ConcurrentHashMap<>();
    private volatile Optional<RuntimeException> failure = Optional.empty();

    record Key(long taskId, int attempt) {}

    /** Whether any attempt of a task has published images. */
    boolean holds(long taskId) {
        return published.keySet().stream().anyMatch(key -> key.taskId() == taskId);
    }

    /** Has every attempt fail at its beginning. */
    void failing(RuntimeException thrown) {
        failure = Optional.of(thrown);
    }

    /** The attempts of a task whose images are there. */
    List<Integer> attempts(long taskId) {
        return published.keySet().stream()
                .filter(key -> key.taskId() == taskId)
                .map(Key::attempt)
                .sorted()
                .toList();
    }

    @Override
    public AttemptImages begin(long taskId, int attempt, int count) {
        failure.ifPresent(thrown -> {
            throw thrown;
        });
        return new Attempt(new Key(taskId, attempt), count);
    }

    @Override
    public Optional<StoredImage> find(long taskId, int attempt, ImageInfo image) {
        return Optional.ofNullable(published.get(new Key(taskId, attempt)))
                .map(images -> new Stored(image, images.get(image.index())));
    }

    @Override
    public Map<Long, Set<Integer>> attempts(int part, Instant before) {
        return published.keySet().stream()
                .filter(key -> (key.taskId() & 0xFF) == part)
                .collect(Collectors.groupingBy(Key::taskId, Collectors.mapping(Key::attempt, Collectors.toSet())));
    }

    @Override
    public void delete(long taskId) {
        published.keySet().removeIf(key -> key.taskId() == taskId);
    }

    @Override
    public void delete(long taskId, int attempt) {
        published.remove(new Key(taskId, attempt));
    }

    private final class Attempt implements AttemptImages {
        private final Key key;
        private final List<Sink> sinks;

        Attempt(Key key, int count) {
            this.key = key;
            sinks = IntStream.range(0, count).mapToObj(Sink::new).toList();
        }

        @Override
        public List<ImageSink> sinks() {
            return List.copyOf(sinks);
        }

        @Override
        public List<ImageInfo> publish() throws UnacceptableImageException {
            List<String> missing = sinks.stream()
                    .filter(sink -> sink.bytes.size() == 0)
                    .map(sink -> "image " + sink.index() + " was not written")
                    .toList();
            if (!missing.isEmpty()) {
                throw new UnacceptableImageException(missing);
            }
            published.put(
                    key, sinks.stream().map(sink -> sink.bytes.toByteArray()).toList());
            return sinks.stream().map(Sink::info).toList();
        }

        @Override
        public void close() {}
    }

    private static final class Sink implements ImageSink {
        private final int index;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Sink(int index) {
            this.index = index;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public OutputStream openStream() {
            return bytes;
        }

        ImageInfo info() {
            return new ImageInfo(index, "image/png", bytes.size(), "0".repeat(64), Instant.EPOCH);
        }
    }

    private static final class Stored implements StoredImage {
        private final ImageInfo info;
        private final byte[] bytes;

        Stored(ImageInfo info, byte[] bytes) {
            this.info = info;
            this.bytes = bytes;
        }

        @Override
        public String mediaType() {
            return info.mediaType();
        }

        @Override
        public long size() {
            return info.size();
        }

        @Override
        public String sha256() {
            return info.sha256();
        }

        @Override
        public Instant publishedAt() {
            return info.publishedAt();
        }

        @Override
        public InputStream open(long offset) {
            return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
        }
    }
}
