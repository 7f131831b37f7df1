package dev.easel.host.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running host's end of the control socket. */
public final class ControlServer implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private final SocketFile file;
    private final ServerSocketChannel server;
    private final Map<String, ControlHandler> handlers;
    private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();

    private ControlServer(SocketFile file, ServerSocketChannel server, Map<String, ControlHandler> handlers) {
        this.file = file;
        this.server = server;
        this.handlers = Map.copyOf(handlers);
    }

    /**
     * Opens the socket {@code easel.sock}; a socket that a killed host left behind is replaced.
     *
     * @param data the data folder, owned and locked by this host
     * @param handlers what answers, by command
     * @return the server, answering
     * @throws IOException if the path is too long for a socket, another host answers on it, or it cannot be made
     */
    public static ControlServer open(Path data, Map<String, ControlHandler> handlers) throws IOException {
        if (new ControlClient(data).reachesHost()) {
            throw new IOException("another host answers on " + data.resolve("easel.sock"));
        }
        SocketFile file = SocketFile.in(data);
        ControlServer server = new ControlServer(file, file.bind(), handlers);
        start("easel-control", server::accept);
        return server;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel connection : connections) {
            connection.close();
        }
        Files.deleteIfExists(file.path());
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel connection = server.accept();
                connections.add(connection);
                start("easel-control-answer", () -> serve(connection));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException failed) {
                LOG.warn("The control socket accepts no more requests: {}", failed.toString());
                return;
            }
        }
    }

    private void serve(SocketChannel connection) {
        try (connection;
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(connection))) {
            Optional<JsonNode> request = Lines.read(new BufferedInputStream(Channels.newInputStream(connection)));
            if (request.isPresent()) {
                Lines.write(out, answer(request.get(), out));
            }
        } catch (IOException | UncheckedIOException gone) {
            LOG.debug("A control connection ended early: {}", gone.toString());
        } finally {
            connections.remove(connection);
        }
    }

    /** Writes the answer and returns its last line. */
    private JsonNode answer(JsonNode request, OutputStream out) {
        String command = request.path(Lines.COMMAND).asText();
        ControlHandler handler = handlers.get(command);
        if (handler == null) {
            return Lines.error("This host does not know the command \"" + command + "\"; it is of another version.");
        }
        try {
            handler.answer(request, line -> write(out, line));
            return Lines.end();
        } catch (ControlException refused) {
            return Lines.error(String.valueOf(refused.getMessage()));
        }
    }

    private static void write(OutputStream out, JsonNode line) {
        try {
            Lines.write(out, line);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
