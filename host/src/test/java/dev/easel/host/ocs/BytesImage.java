package dev.easel.host.ocs;

import dev.easel.host.image.StoredImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** An image in memory; without bytes one whose file is gone. */
public final class BytesImage implements StoredImage {
    public static final Instant PUBLISHED = Instant.parse("2023-11-14T22:13:20.987Z");

    private final byte[] bytes;
    private final long size;
    private final String sha256;

    private BytesImage(byte[] bytes, long size) {
        this.bytes = bytes;
        this.size = size;
        this.sha256 = hash(bytes);
    }

    public static BytesImage of(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i % 251);
        }
        return new BytesImage(bytes, size);
    }

    public static BytesImage gone() {
        return new BytesImage(new byte[0], 100);
    }

    /** An image that breaks off: it says to be longer than it is. */
    public static BytesImage truncated(int size, int said) {
        return new BytesImage(of(size).bytes, said);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Instant publishedAt() {
        return PUBLISHED;
    }

    @Override
    public String mediaType() {
        return "image/png";
    }

    @Override
    public String sha256() {
        return sha256;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream open(long offset) throws IOException {
        if (bytes.length == 0) {
            throw new NoSuchFileException("0");
        }
        return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
    }
}
