package dev.easel.host.http;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.ocs.BytesImage;
import dev.easel.host.task.Owner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Sends any bytes to a whole server as what a client says in one connection, and checks all that it answers.
 *
 * <p>{@code Content-Length: *} stands for the true length of what follows the first empty line, so that a body can be
 * changed without a change of its header. The character {@link #PIECE} is not sent: it ends a piece of the request.
 */
final class RequestProbe implements AutoCloseable {
    static final char PIECE = 0x1e;

    private static final String ANY_LENGTH = "Content-Length: *";
    private static final long FIRST_TASK = 7;
    private static final int MANY_TASKS = 200;
    private static final int HANGS_AFTER_MILLIS = 25_000;

    private TestServer server = started();

    /** A server with a finished task of a guest and one of alice. */
    private static TestServer started() {
        TestServer server = new TestServer();
        for (Owner owner : List.of(Owner.guest("127.0.0.1", Optional.empty()), Owner.user("alice"))) {
            long id = server.tasks.addOf(owner, TaskStatus.SUCCESSFUL, "").id();
            server.tasks.addImage(id, BytesImage.of(100));
        }
        return server;
    }

    /**
     * Sends an input.
     *
     * @return the answers, all of which keep to the {@linkplain AnswerRules rules}
     * @throws AssertionError if one doesn't, or if the server neither answers nor closes the connection
     */
    List<RawAnswer> send(byte[] input) throws IOException {
        String request = withLength(new String(input, StandardCharsets.ISO_8859_1));
        List<RawAnswer> answers = exchange(request);
        answers.forEach(answer -> AnswerRules.check(answer, request));
        renewIfUsedUp();
        return answers;
    }

    /** Bytes are characters of ISO 8859-1 here. */
    private static String withLength(String request) {
        int head = request.indexOf("\r\n\r\n");
        if (head < 0) {
            return request;
        }
        long length = request.chars().skip(head + 4).filter(c -> c != PIECE).count();
        return request.substring(0, head).replace(ANY_LENGTH, "Content-Length: " + length) + request.substring(head);
    }

    private List<RawAnswer> exchange(String request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(HANGS_AFTER_MILLIS);
            socket.setTcpNoDelay(true);
            boolean written = write(request, socket);
            boolean read = read(socket.getInputStream(), answer);
            return RawAnswer.readAll(answer.toByteArray(), written && read);
        }
    }

    /** Says that no more will come: whoever waits for it need not do so for long. */
    private static boolean write(String request, Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            for (String piece : request.split(String.valueOf(PIECE), -1)) {
                out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
            }
            socket.shutdownOutput();
            return true;
        } catch (IOException closedEarly) {
            return false;
        }
    }

    private static boolean read(InputStream in, OutputStream answer) {
        try {
            in.transferTo(answer);
            return true;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("Neither an answer nor an end within " + HANGS_AFTER_MILLIS + " ms", e);
        } catch (IOException closedEarly) {
            return false;
        }
    }

    /** Every input finds the same tasks, or nearly so. */
    private void renewIfUsedUp() {
        boolean usedUp = server.tasks.owners.size() > MANY_TASKS
                || server.tasks.find(FIRST_TASK).isEmpty()
                || server.tasks.find(FIRST_TASK + 1).isEmpty();
        if (usedUp) {
            server.close();
            server = started();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
