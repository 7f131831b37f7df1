package dev.easel.diffusion.model;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Walks through a file of protocol buffers field by field and skips what nobody asks for; for use by one thread.
 *
 * <p>The encoding is described at protobuf.dev/programming-guides/encoding.
 */
final class ProtoReader {
    /** Longer than any name that a graph gives. */
    private static final int LONGEST_TEXT = 64 * 1024;

    private final CodedInputStream in;
    private final long size;
    private int wireType;

    /** Receives the fields of one message. */
    @FunctionalInterface
    interface Fields {
        /**
         * Reads a field by exactly one call of {@link #number}, {@link #text} or {@link #message}, or leaves it.
         *
         * @param field the field's number
         * @return false if the field was left, and is to be skipped
         * @throws IOException if the file can't be read
         * @throws BrokenOnnxException if it isn't what it should be
         */
        boolean read(int field) throws IOException;
    }

    /**
     * Makes one.
     *
     * @param in the bytes
     * @param size how many there are
     */
    ProtoReader(InputStream in, long size) {
        this.in = CodedInputStream.newInstance(in);
        this.size = size;
    }

    /** Reads all fields up to the end of the present message, or of the file. */
    void fields(Fields fields) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            wireType = WireFormat.getTagWireType(tag);
            if (!fields.read(WireFormat.getTagFieldNumber(tag))) {
                skip(tag);
            }
        }
    }

    /** Reads the present field as a message. */
    void message(Fields fields) throws IOException {
        int outer = in.pushLimit(length());
        fields(fields);
        in.popLimit(outer);
    }

    /** Reads the present field as a whole number. */
    long number() throws IOException {
        require(WireFormat.WIRETYPE_VARINT);
        return in.readRawVarint64();
    }

    /** Reads the present field as a text. */
    String text() throws IOException {
        int length = length();
        if (length > LONGEST_TEXT) {
            throw new BrokenOnnxException("holds a name of " + length + " bytes; fetch or export it again");
        }
        return new String(in.readRawBytes(length), StandardCharsets.UTF_8);
    }

    private void skip(int tag) throws IOException {
        if (wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            in.skipRawBytes(length());
        } else {
            in.skipField(tag);
        }
    }

    private int length() throws IOException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int length = in.readRawVarint32();
        long left = size - in.getTotalBytesRead();
        if (length < 0) {
            throw new BrokenOnnxException("holds a part of more than 2 GiB, which no ONNX file can; export it again "
                    + "with its weights in external data");
        }
        if (length > left) {
            throw new BrokenOnnxException(
                    "is cut short: it has %d bytes, but its parts need at least %d; fetch or export it again"
                            .formatted(size, size - left + length));
        }
        return length;
    }

    private void require(int expected) throws BrokenOnnxException {
        if (wireType != expected) {
            throw new BrokenOnnxException("is no ONNX file, or a damaged one; fetch or export it again");
        }
    }
}
