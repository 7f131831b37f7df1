package dev.easel.host.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The command line's end of the control socket; immutable. */
public final class ControlClient {
    private final SocketFile file;

    /**
     * Makes one; connects to nothing yet.
     *
     * @param data the data folder of the host
     */
    public ControlClient(Path data) {
        this.file = SocketFile.in(data);
    }

    /**
     * Tells whether the data folder's path is so long that a host in it has no socket.
     *
     * @return true if no host can be reached there
     */
    public boolean pathIsTooLong() {
        return file.isTooLong();
    }

    /**
     * Tells whether a host answers.
     *
     * @return false if there is no socket, or only one that a killed host left behind
     * @throws IOException if there is a socket that this user may not use
     */
    public boolean reachesHost() throws IOException {
        if (file.isTooLong() || !Files.exists(file.path())) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(file.address())) {
            return channel.isConnected();
        } catch (ConnectException nobodyListens) {
            return false;
        } catch (IOException refused) {
            throw new IOException(
                    "The socket " + file.path() + " cannot be used (" + refused.getMessage()
                            + "); give the command as the user that runs the host.",
                    refused);
        }
    }

    /**
     * Asks the host.
     *
     * @param command the command
     * @param request what else there is to say; gets the command's name
     * @param each takes the lines of the answer
     * @throws ControlException if the host refuses, or the answer is cut off
     */
    public void ask(String command, ObjectNode request, Consumer<JsonNode> each) throws ControlException {
        try (SocketChannel channel = SocketChannel.open(file.address())) {
            Lines.write(Channels.newOutputStream(channel), request.put(Lines.COMMAND, command));
            readAnswer(new BufferedInputStream(Channels.newInputStream(channel)), each);
        } catch (IOException cut) {
            throw new ControlException("The host on " + file.path() + " did not answer: " + cut.getMessage(), cut);
        }
    }

    private static void readAnswer(InputStream in, Consumer<JsonNode> each) throws IOException, ControlException {
        Optional<JsonNode> line = Lines.read(in);
        for (; line.isPresent(); line = Lines.read(in)) {
            if (line.get().has(Lines.ERROR)) {
                throw new ControlException(line.get().path(Lines.ERROR).asText());
            }
            if (line.get().has(Lines.END)) {
                return;
            }
            each.accept(line.get());
        }
        throw new IOException("the answer was cut off");
    }
}
