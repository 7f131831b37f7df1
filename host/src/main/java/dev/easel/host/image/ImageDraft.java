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
    private final long maxBytes;
    private @Nullable ImageFile file;
    private @Nullable IOException failure;
    private boolean complete;
    private boolean ended;

    ImageDraft(int index, Path path, long maxBytes) {
        this.index = index;
        this.path = path;
        this.maxBytes = maxBytes;
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
        try {
            ImageFile opened = ImageFile.create(path, maxBytes);
            file = opened;
            return new Stream(opened);
        } catch (IOException e) {
            throw describe(remembered(e));
        }
    }

    private synchronized void append(ImageFile opened, byte[] bytes, int offset, int length) throws IOException {
        checkNotEnded();
        if (complete) {
            throw new IOException("Image " + index + " is complete: its stream was closed");
        }
        if (failure != null) {
            throw describe(failure);
        }
        try {
            opened.append(bytes, offset, length);
        } catch (IOException e) {
            throw describe(remembered(e));
        }
    }

    private synchronized void complete(ImageFile opened) throws IOException {
        if (complete || failure != null) {
            return;
        }
        checkNotEnded();
        try {
            opened.flush();
            complete = true;
        } catch (IOException e) {
            throw describe(remembered(e));
        }
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
        if (failure instanceof ImageTooLargeException tooLarge) {
            throw new RefusedImageException(String.valueOf(tooLarge.getMessage()), tooLarge);
        }
        if (failure != null) {
            throw describe(failure);
        }
        if (file == null) {
            throw new RefusedImageException("was not written; open, write and close every sink");
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

    /** An image with a gap must never be published, even if the provider ignores that a write failed. */
    private IOException remembered(IOException e) {
        failure = e;
        return e;
    }

    /** A new exception each time: one that is thrown twice cannot be suppressed by itself. */
    private IOException describe(IOException cause) {
        String reason = cause instanceof ImageTooLargeException ? " " : " could not be stored: ";
        return new IOException("Image " + index + reason + cause.getMessage(), cause);
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
