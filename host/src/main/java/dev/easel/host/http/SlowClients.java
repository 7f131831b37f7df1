package dev.easel.host.http;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a request be handled when its body is there, and takes the answer over from the thread that made it, so that
 * neither a slow upload nor a slow download holds a thread.
 *
 * <p>On a JDK without virtual threads, a few dozen clients that send a body byte by byte would else occupy them all.
 */
final class SlowClients extends Handler.Wrapper {
    private final Connections connections;
    private final HeldBytes held;
    private final int maxBody;

    /**
     * Makes a handler.
     *
     * @param connections is told whose turn it is
     * @param held bounds what is kept
     * @param maxBody of a longer body, so much and one byte are read; then it is the next handler's to refuse
     */
    SlowClients(Connections connections, HeldBytes held, int maxBody) {
        this.connections = connections;
        this.held = held;
        this.maxBody = maxBody;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Client client =
                new Client(request.getConnectionMetaData().getConnection().getEndPoint(), connections, held);
        if (request.getLength() > maxBody) {
            handleWhole(client, request, response, callback);
        } else {
            new Upload(request, client, maxBody)
                    .whenRead(
                            whole -> handleWhole(client, whole, response, callback),
                            failure -> refuse(client, failure, request, response, callback));
        }
        return true;
    }

    /** Nobody is left to be answered but where the server was tired of waiting, or did not understand. */
    private void refuse(Client client, Throwable failure, Request request, Response response, Callback callback) {
        if (failure instanceof TimeoutException) {
            Response.writeError(request, response, callback, 408);
        } else if (failure instanceof HttpException) {
            // How the body is broken is the next handler's to find out and to say.
            handleWhole(client, new BrokenUpload(request, failure), response, callback);
        } else {
            // Else each client that hangs up would be a warning with a stack in the log.
            callback.failed(new QuietException.Exception(failure));
        }
    }

    private void handleWhole(Client client, Request request, Response response, Callback callback) {
        client.isDone();
        QueuedAnswer answer = new QueuedAnswer(request, response, client);
        Callback afterwards = answer.before(callback);
        try {
            if (!super.handle(request, answer, afterwards)) {
                Response.writeError(request, answer, afterwards, 404);
            }
        } catch (Exception | Error e) {
            Response.writeError(request, answer, afterwards, e);
        }
    }

    /** A request whose body can't be read. */
    private static final class BrokenUpload extends Request.Wrapper {
        private final Throwable failure;

        BrokenUpload(Request request, Throwable failure) {
            super(request);
            this.failure = failure;
        }

        @Override
        public Content.Chunk read() {
            return Content.Chunk.from(failure, true);
        }

        @Override
        public void demand(Runnable available) {
            getContext().execute(available);
        }
    }

    /**
     * The other end of a connection.
     *
     * @param connection the connection
     * @param connections is told whose turn it is
     * @param held bounds what is kept
     */
    record Client(EndPoint connection, Connections connections, HeldBytes held) {
        void mustAct() {
            connections.clientsTurn(connection);
        }

        void isDone() {
            connections.serversTurn(connection);
        }

        void keep(long bytes) {
            held.keep(connection, bytes);
        }

        void release(long bytes) {
            held.release(connection, bytes);
        }
    }
}
