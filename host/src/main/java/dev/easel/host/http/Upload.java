package dev.easel.host.http;

import dev.easel.host.http.SlowClients.Client;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads a request's body as it comes, without holding a thread.
 *
 * <p>Copies it, as the network's buffers are larger than what a client may send at a time.
 */
final class Upload {
    private static final int FIRST_BUFFER = 1024;

    private final Request request;
    private final Client client;
    private final int most;
    private byte[] bytes = {};
    private int size;

    Upload(Request request, Client client, int most) {
        this.request = request;
        this.client = client;
        this.most = most;
    }

    /** Hands over the request with its body, or what went wrong, once and on any thread that may be blocked. */
    void whenRead(Consumer<Request> whole, Consumer<Throwable> failed) {
        Content.Chunk chunk = request.read();
        while (chunk != null) {
            if (Content.Chunk.isFailure(chunk)) {
                client.release(bytes.length);
                failed.accept(chunk.getFailure());
                return;
            }
            take(chunk);
            if (chunk.isLast() || size > most) {
                client.release(bytes.length);
                whole.accept(new Whole(request, ByteBuffer.wrap(bytes, 0, size), chunk.isLast()));
                return;
            }
            chunk = request.read();
        }
        request.demand(() -> whenRead(whole, failed));
    }

    private void take(Content.Chunk chunk) {
        ByteBuffer content = chunk.getByteBuffer();
        int more = content.remaining();
        if (size + more > bytes.length) {
            int room = Math.max(size + more, Math.max(FIRST_BUFFER, 2 * bytes.length));
            client.keep(room - bytes.length);
            bytes = Arrays.copyOf(bytes, room);
        }
        content.get(bytes, size, more);
        size += more;
        chunk.release();
    }

    /** A request whose body, or the beginning of it, has been read. */
    private static final class Whole extends Request.Wrapper {
        private final boolean complete;
        private ByteBuffer unread;

        Whole(Request request, ByteBuffer body, boolean complete) {
            super(request);
            this.unread = body;
            this.complete = complete;
        }

        @Override
        public Content.Chunk read() {
            if (unread.hasRemaining()) {
                Content.Chunk chunk = Content.Chunk.from(unread, complete);
                unread = ByteBuffer.allocate(0);
                return chunk;
            }
            return complete ? Content.Chunk.EOF : super.read();
        }

        @Override
        public void demand(Runnable available) {
            if (complete || unread.hasRemaining()) {
                getContext().execute(available);
            } else {
                super.demand(available);
            }
        }
    }
}
