package dev.easel.openai.answer;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Reads no more than so many bytes of an answer; for use by one thread. */
public final class BoundedSource extends ForwardingSource {
    private final long maxBytes;
    private long seen;

    /**
     * Makes one.
     *
     * @param answer what to read
     * @param maxBytes how much of it
     */
    public BoundedSource(Source answer, long maxBytes) {
        super(answer);
        this.maxBytes = maxBytes;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long read = super.read(sink, byteCount);
        seen += Math.max(0, read);
        if (seen > maxBytes) {
            throw new IOException("The answer is longer than " + maxBytes + " bytes");
        }
        return read;
    }
}
