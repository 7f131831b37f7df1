package dev.easel.host.ocs;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/** Sends a stream as fast as its reader takes it, and holds no thread meanwhile; the container calls it. */
final class StreamSender implements WriteListener {
    private static final int BUFFER = 32 * 1024;

    private final InputStream in;
    private final ServletOutputStream out;
    private final CompletableFuture<Void> sent = new CompletableFuture<>();
    private final byte[] buffer = new byte[BUFFER];

    private StreamSender(InputStream in, ServletOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Begins to send, in an answer that is asynchronous; completes when all is sent. */
    static CompletableFuture<Void> send(InputStream in, ServletOutputStream out) {
        StreamSender sender = new StreamSender(in, out);
        out.setWriteListener(sender);
        return sender.sent;
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            int read = in.read(buffer);
            if (read < 0) {
                sent.complete(null);
                return;
            }
            out.write(buffer, 0, read);
        }
    }

    @Override
    public void onError(Throwable failure) {
        sent.completeExceptionally(failure);
    }
}
