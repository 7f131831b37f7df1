package dev.easel.openai.answer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import okio.BufferedSource;

/** The bytes that a JSON string means, as they arrive; for use by one thread. */
final class JsonStringStream extends InputStream {
    private final byte[] buffer = new byte[8192];
    private final BufferedSource json;
    private int next;
    private int end;
    private boolean ended;

    /**
     * Makes one.
     *
     * @param json the string, from its opening quote to its closing one
     */
    JsonStringStream(BufferedSource json) throws IOException {
        this.json = json;
        json.skip(1);
    }

    @Override
    public int read() throws IOException {
        if (ended) {
            return -1;
        }
        int read = raw();
        if (read == '"') {
            ended = true;
            return -1;
        }
        return read == '\\' ? escaped() : read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int plain = plain(into, offset, length);
        if (plain > 0 || length == 0) {
            return plain;
        }
        int read = read();
        if (read < 0) {
            return -1;
        }
        into[offset] = (byte) read;
        return 1;
    }

    /** Copies what is in the buffer and needs no second look; tells how much. */
    private int plain(byte[] into, int offset, int length) {
        int most = ended ? 0 : Math.min(length, end - next);
        int count = 0;
        while (count < most && buffer[next + count] != '"' && buffer[next + count] != '\\') {
            count++;
        }
        System.arraycopy(buffer, next, into, offset, count);
        next += count;
        return count;
    }

    private int escaped() throws IOException {
        int letter = raw();
        return switch (letter) {
            case 'n', 'r', 't', 'b', 'f' -> ' ';
            case 'u' -> hexadecimal();
            default -> letter;
        };
    }

    /** Images and addresses are ASCII: what is beyond becomes a character that neither may hold. */
    private int hexadecimal() throws IOException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            code = code * 16 + Math.max(0, Character.digit(raw(), 16));
        }
        return code < 128 ? code : '\u007f';
    }

    private int raw() throws IOException {
        if (next == end) {
            next = 0;
            end = json.read(buffer, 0, buffer.length);
            if (end <= 0) {
                throw new EOFException("The answer ends within a text");
            }
        }
        return buffer[next++] & 0xff;
    }
}
