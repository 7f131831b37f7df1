package dev.easel.host.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * A new file that is digested, counted and bounded while it is written; not safe for several threads.
 *
 * <p>All {@link IOException}s name the file or the limit.
 */
final class ImageFile implements AutoCloseable {

    private static final int BUFFER_SIZE = 64 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final MessageDigest digest = newSha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
    private final long maxSize;
    private long size;

    private ImageFile(Path path, FileChannel channel, long maxSize) {
        this.path = path;
        this.channel = channel;
        this.maxSize = maxSize;
    }

    static ImageFile create(Path path, long maxSize) throws IOException {
        try {
            return new ImageFile(path, FileChannel.open(path, CREATE_NEW, READ, WRITE), maxSize);
        } catch (IOException e) {
            throw ImageFiles.failure("create", path, e);
        }
    }

    /** Returns how many bytes were appended. */
    long size() {
        return size;
    }

    /**
     * Appends some bytes, or none of them.
     *
     * @throws ImageTooLargeException if the file would become longer than it may
     */
    void append(byte[] bytes, int offset, int length) throws IOException {
        if (length > maxSize - size) {
            throw new ImageTooLargeException(maxSize);
        }
        fillAndFlush(bytes, offset, length);
        size += length;
    }

    private void fillAndFlush(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int next = offset;
        while (next < end) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int count = Math.min(buffer.remaining(), end - next);
            buffer.put(bytes, next, count);
            next += count;
        }
    }

    /** Hands what is buffered to the file system. */
    void flush() throws IOException {
        buffer.flip();
        digest.update(buffer.duplicate());
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw ImageFiles.failure("write", path, e);
        }
        buffer.clear();
    }

    /** Ends the digest; to be called once, after the last {@link #flush()}. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns what was flushed. */
    HeaderBytes header() {
        return new HeaderBytes(channel::read, size);
    }

    void sync(Durability durability) throws IOException {
        try {
            durability.syncFile(channel);
        } catch (IOException e) {
            throw ImageFiles.failure("sync", path, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } catch (IOException e) {
            throw ImageFiles.failure("close", path, e);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
