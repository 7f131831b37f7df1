package dev.easel.host.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of an image whose header is being read; every read is checked against the length and counted, so that no
 * input makes a reader run on.
 */
final class HeaderBytes {

    /** Far more than the metadata of any real image needs; far less than anybody notices. */
    static final int MAX_READS = 16_384;

    private final Source source;
    private final long length;
    private int reads;

    HeaderBytes(Source source, long length) {
        this.source = source;
        this.length = length;
    }

    long length() {
        return length;
    }

    /**
     * Reads some bytes.
     *
     * @param position of the first, from 0
     * @param count how many
     * @return exactly that many, in network order
     * @throws RefusedImageException if the image ends before, or was read too often
     */
    ByteBuffer read(long position, int count) throws IOException, RefusedImageException {
        if (position > length - count) {
            throw new RefusedImageException("it ends after " + length + " bytes, within its header");
        }
        if (++reads > MAX_READS) {
            throw new RefusedImageException("its size is not among the first " + MAX_READS + " parts of its header");
        }
        return fill(ByteBuffer.allocate(count), position);
    }

    /** Reads one unsigned byte. */
    int readByte(long position) throws IOException, RefusedImageException {
        return Byte.toUnsignedInt(read(position, 1).get());
    }

    /** Reads four bytes as the characters that many formats name their parts with. */
    String readName(long position) throws IOException, RefusedImageException {
        return StandardCharsets.ISO_8859_1.decode(read(position, 4)).toString();
    }

    /** Says whether the bytes at a position are these; never, if they reach beyond the end. */
    boolean matches(long position, byte... expected) throws IOException, RefusedImageException {
        return position <= length - expected.length
                && read(position, expected.length).equals(ByteBuffer.wrap(expected));
    }

    private ByteBuffer fill(ByteBuffer target, long position) throws IOException, RefusedImageException {
        while (target.hasRemaining()) {
            if (source.read(target, position + target.position()) < 0) {
                throw new RefusedImageException("it became shorter while it was read");
            }
        }
        return target.flip();
    }

    /** Bytes that can be read from any position. */
    @FunctionalInterface
    interface Source {

        /**
         * Reads as {@link java.nio.channels.FileChannel#read(ByteBuffer, long)} does.
         *
         * @return how many bytes, or -1 at the end
         */
        int read(ByteBuffer target, long position) throws IOException;
    }
}
