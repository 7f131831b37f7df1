package dev.easel.host.image;

import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sink of one image, and what became of it; safe for use by several threads.
 *
 * <p>A write that is under way when the attempt {@linkplain #end() ends} is finished first; every later one fails.
 */
final class ImageDraft implements ImageSink, AutoCloseable {

    private final int index;
    private final Path path;
    private final ImageLimits limits;
    private @Nullable ImageFile file;
    private @Nullable IOException failure;
    private boolean tooLarge;
    private boolean complete;
    private boolean ended;

    ImageDraft(int index, Path path, ImageLimits limits) {
        this.index = index;
        this.path = path;
        this.limits = limits;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public synchronized OutputStream openStream() throws IOException {
        if (file != null || failure != null) {
            throw new IllegalStateException(
                    "The sink of image " + index + " was opened before; each is opened once and holds one image");
        }
        checkNotEnded();
        ImageFile opened = guarded(() -> ImageFile.create(path));
        file = opened;
        return new Stream(opened);
    }

    private synchronized void append(ImageFile opened, byte[] bytes, int offset, int length) throws IOException {
        checkNotEnded();
        if (complete) {
            throw new IOException("Image " + index + " is complete: its stream was closed");
        }
        checkNotFailed();
        if (length > limits.bytes() - opened.size()) {
            tooLarge = true;
            throw beyondLimit();
        }
        guarded(() -> {
            opened.append(bytes, offset, length);
            return opened;
        });
    }

    private synchronized void complete(ImageFile opened) throws IOException {
        if (complete || tooLarge || failure != null) {
            return;
        }
        checkNotEnded();
        guarded(() -> {
            opened.flush();
            return opened;
        });
        complete = true;
    }

    /** Lets no more be written. */
    synchronized void end() {
        ended = true;
    }

    /**
     * Checks what was written; to be called once, after {@link #end()}.
     *
     * @throws RefusedImageException if it is no complete image, or not one that is served
     * @throws IOException if the file could not be written or read
     */
    synchronized InspectedImage inspect(ImageInspector inspector) throws IOException, RefusedImageException {
        if (failure != null) {
            throw failure;
        }
        if (file == null) {
            throw new RefusedImageException("was not written; open, write and close every sink");
        }
        if (tooLarge) {
            throw new RefusedImageException("is too large; at most " + limits.bytes() + " bytes are allowed");
        }
        if (!complete) {
            throw new RefusedImageException(
                    "was not finished after " + file.size() + " bytes; close every stream before generate returns");
        }
        ImageHeader header = inspector.inspect(file.header());
        return new InspectedImage(index, header.mediaType(), file.size(), file.sha256());
    }

    synchronized void sync(Durability durability) throws IOException {
        if (file != null) {
            file.sync(durability);
        }
    }

    /** Ends writing and closes the file; may be called again. */
    @Override
    public synchronized void close() throws IOException {
        ended = true;
        if (file != null) {
            file.close();
        }
    }

    private void checkNotEnded() throws IOException {
        if (ended) {
            throw new IOException("Image " + index + " can no longer be written: its run has ended");
        }
    }

    private void checkNotFailed() throws IOException {
        if (tooLarge) {
            throw beyondLimit();
        }
        if (failure != null) {
            throw new IOException("Image " + index + " could not be written before", failure);
        }
    }

    private IOException beyondLimit() {
        return new IOException("Image " + index + " is too large: at most " + limits.bytes() + " bytes are allowed");
    }

    /** Remembers a failure, so that an image with a gap is never published. */
    private <T> T guarded(FileAction<T> action) throws IOException {
        try {
            return action.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @FunctionalInterface
    private interface FileAction<T> {
        T run() throws IOException;
    }

    private final class Stream extends OutputStream {

        private final ImageFile opened;

        Stream(ImageFile opened) {
            this.opened = opened;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            append(opened, bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            complete(opened);
        }
    }
}
