package dev.easel.host.http;

import dev.easel.host.http.SlowClients.Client;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * An answer that leaves as fast as its client reads it, while whoever writes it is already done.
 *
 * <p>As much as {@value #MOST} bytes are copied and kept; what is written beyond that has to wait for the client.
 */
final class QueuedAnswer extends Response.Wrapper {
    /** All answers fit but long lists; images are sent without holding a thread anyway. */
    static final int MOST = 512 * 1024;

    private final Client client;
    private final Queue<Piece> pieces = new ArrayDeque<>();
    private final Writer writer = new Writer();
    private int kept;
    private boolean complete;
    private @Nullable Throwable failure;
    private @Nullable Callback afterwards;

    /** What was written at once; a copy of {@code kept} bytes, or the writer's own. */
    private record Piece(boolean last, ByteBuffer bytes, int kept, Callback written) {}

    QueuedAnswer(Request request, Response response, Client client) {
        super(request, response);
        this.client = client;
    }

    /** Returns what has to be called in a callback's place, so that this is only called when all has left. */
    Callback before(Callback callback) {
        return Callback.from(() -> end(callback), callback::failed);
    }

    private void end(Callback callback) {
        Throwable failed;
        synchronized (pieces) {
            failed = failure;
            if (failed == null && !pieces.isEmpty()) {
                afterwards = callback;
                client.mustAct();
                return;
            }
        }
        client.mustAct();
        finish(callback, failed);
    }

    private static void finish(Callback callback, @Nullable Throwable failed) {
        if (failed == null) {
            callback.succeeded();
        } else {
            callback.failed(failed);
        }
    }

    @Override
    public boolean hasLastWrite() {
        synchronized (pieces) {
            return complete || super.hasLastWrite();
        }
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
        ByteBuffer content = bytes == null ? ByteBuffer.allocate(0) : bytes;
        int size = content.remaining();
        Throwable failed;
        boolean copied;
        synchronized (pieces) {
            failed = failure;
            copied = kept + size <= MOST;
            if (failed == null) {
                complete |= last;
                kept += copied ? size : 0;
                pieces.add(
                        copied
                                ? new Piece(last, copyOf(content), size, Callback.NOOP)
                                : new Piece(last, content, 0, callback));
            }
        }
        if (failed != null) {
            callback.failed(failed);
            return;
        }
        if (copied) {
            client.keep(size);
        } else {
            client.mustAct();
        }
        writer.iterate();
        if (copied) {
            callback.succeeded();
        }
    }

    private static ByteBuffer copyOf(ByteBuffer content) {
        ByteBuffer copy = ByteBuffer.allocate(content.remaining());
        copy.put(content).flip();
        return copy;
    }

    private void writeToClient(Piece piece) {
        super.write(piece.last(), piece.bytes(), writer);
    }

    private void left() {
        Piece piece;
        Callback next = null;
        synchronized (pieces) {
            piece = pieces.remove();
            kept -= piece.kept();
            if (pieces.isEmpty()) {
                next = afterwards;
                afterwards = null;
            }
        }
        if (piece.kept() == 0) {
            client.isDone();
        }
        client.release(piece.kept());
        piece.written().succeeded();
        if (next != null) {
            next.succeeded();
        }
    }

    private void lost(Throwable cause) {
        List<Callback> told;
        synchronized (pieces) {
            failure = cause;
            told = new ArrayList<>(pieces.stream().map(Piece::written).toList());
            pieces.clear();
            if (afterwards != null) {
                told.add(afterwards);
                afterwards = null;
            }
            client.release(kept);
            kept = 0;
        }
        told.forEach(callback -> callback.failed(cause));
    }

    /** Writes one piece after the other. */
    private final class Writer extends IteratingCallback {
        @Override
        protected Action process() {
            Piece piece;
            synchronized (pieces) {
                piece = pieces.peek();
            }
            if (piece == null) {
                return Action.IDLE;
            }
            writeToClient(piece);
            return Action.SCHEDULED;
        }

        @Override
        protected void onSuccess() {
            left();
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            lost(cause);
        }
    }
}
