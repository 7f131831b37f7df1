package dev.easel.host.ocs;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes of another stream; fails where that has fewer. For one thread at a time. */
final class ExactInputStream extends FilterInputStream {
    private long left;

    ExactInputStream(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = super.read(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("It ended " + left + " bytes too early");
        }
        left -= read;
        return read;
    }
}
