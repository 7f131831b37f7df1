package dev.easel.openai.answer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * Decodes Base64 as services write it: in either alphabet, with or without padding, with or without line breaks.
 *
 * <p>A piece at a time, with the JDK's decoder for arrays, which is several times as fast as its decoder for streams.
 * For use by one thread.
 */
final class Base64Stream extends InputStream {
    private static final int LETTERS_OF_A_GROUP = 4;

    private final InputStream text;
    private final byte[] piece = new byte[8192];
    private final byte[] letters = new byte[piece.length + LETTERS_OF_A_GROUP];
    private int letterCount;
    private byte[] decoded = new byte[0];
    private int next;
    private boolean padded;
    private boolean ended;

    /**
     * Makes one.
     *
     * @param text Base64
     */
    Base64Stream(InputStream text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        return fill() ? decoded[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, decoded.length - next);
        System.arraycopy(decoded, next, into, offset, count);
        next += count;
        return count;
    }

    /** Tells whether there is a byte to be had, and waits for it. */
    private boolean fill() throws IOException {
        while (next == decoded.length && !ended) {
            int read = text.read(piece);
            ended = read < 0;
            for (int i = 0; i < read; i++) {
                take(piece[i]);
            }
            decode(ended ? letterCount : letterCount - letterCount % LETTERS_OF_A_GROUP);
        }
        return next < decoded.length;
    }

    private void take(byte letter) throws IOException {
        switch (letter) {
            case ' ', '\n', '\r', '\t' -> {}
            case '=' -> padded = true;
            case '-' -> add((byte) '+');
            case '_' -> add((byte) '/');
            default -> add(letter);
        }
    }

    private void add(byte letter) throws IOException {
        if (padded) {
            throw new IOException("An image in the answer goes on after its end");
        }
        letters[letterCount++] = letter;
    }

    private void decode(int count) throws IOException {
        try {
            decoded = Base64.getDecoder().decode(Arrays.copyOf(letters, count));
        } catch (IllegalArgumentException noBase64) {
            throw new IOException("An image in the answer is not in Base64 (" + noBase64.getMessage() + ")");
        }
        next = 0;
        System.arraycopy(letters, count, letters, 0, letterCount - count);
        letterCount -= count;
    }
}
