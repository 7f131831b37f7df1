package dev.easel.openai.answer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/**
 * Base64 as services write it: in either alphabet, with or without padding, with or without line breaks.
 *
 * <p>For use by one thread.
 */
final class Base64Stream extends FilterInputStream {

    private Base64Stream(InputStream text) {
        super(text);
    }

    /** Returns the bytes that a text means; what is not Base64 fails the reading. */
    static InputStream decode(InputStream text) {
        return Base64.getDecoder().wrap(new Base64Stream(text));
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        while (letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t') {
            letter = super.read();
        }
        return switch (letter) {
            case '-' -> '+';
            case '_' -> '/';
            default -> letter;
        };
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        for (int count = 0; count < length; count++) {
            int letter = read();
            if (letter < 0) {
                return count == 0 ? -1 : count;
            }
            into[offset + count] = (byte) letter;
        }
        return length;
    }
}
