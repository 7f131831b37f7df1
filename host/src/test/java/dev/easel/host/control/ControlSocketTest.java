package dev.easel.host.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class ControlSocketTest {
    private static final ControlHandler COUNT = (request, answer) -> {
        for (int i = 0; i < request.path("to").asInt(); i++) {
            answer.accept(json().put("i", i));
        }
        if (request.path("to").asInt() > 1000) {
            throw new ControlException("Only to 1000.");
        }
    };
    private static final Map<String, ControlHandler> HANDLERS = Map.of("count", COUNT);

    private final Path data;

    ControlSocketTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void everyLineOfTheAnswerArrives() throws Exception {
        try (ControlServer server = ControlServer.open(data, HANDLERS)) {
            assertEquals(List.of(0, 1, 2), count(3));
            assertEquals(List.of(), count(0));
            assertEquals(1000, count(1000).size());
        }
    }

    @Test
    void aRefusalArrivesAfterWhatWasAnswered() throws Exception {
        try (ControlServer server = ControlServer.open(data, HANDLERS)) {
            ControlException refused = assertThrows(ControlException.class, () -> count(1001));
            assertEquals("Only to 1000.", refused.getMessage());
        }
    }

    @Test
    void anUnknownCommandIsRefused() throws Exception {
        try (ControlServer server = ControlServer.open(data, HANDLERS)) {
            ControlException refused = assertThrows(
                    ControlException.class, () -> new ControlClient(data).ask("nosuch", json(), line -> {}));
            assertEquals(
                    "This host does not know the command \"nosuch\"; it is of another version.", refused.getMessage());
        }
    }

    @Test
    void onlyTheOwnerMayConnect() throws Exception {
        try (ControlServer server = ControlServer.open(data, HANDLERS)) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("easel.sock"))));
        }
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        ControlServer.open(data, HANDLERS).close();
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(List.of(), files.toList());
        }
        assertFalse(new ControlClient(data).reachesHost());
    }

    @Test
    void theSocketOfAKilledHostIsReplaced() throws Exception {
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(data.resolve("easel.sock")));
        }
        Files.createDirectory(data.resolve(".sock"));
        Files.createFile(data.resolve(".sock/s"));
        assertTrue(Files.exists(data.resolve("easel.sock")));
        assertFalse(new ControlClient(data).reachesHost());
        try (ControlServer server = ControlServer.open(data, HANDLERS)) {
            assertTrue(new ControlClient(data).reachesHost());
            assertEquals(List.of(0), count(1));
        }
    }

    @Test
    void aSecondHostLeavesTheFirstOnesSocketAlone() throws Exception {
        try (ControlServer first = ControlServer.open(data, HANDLERS)) {
            assertThrows(IOException.class, () -> ControlServer.open(data, Map.of()));
            assertEquals(List.of(0), count(1));
        }
    }

    @Test
    void aPathThatIsTooLongIsSaid() {
        Path deep = data.resolve("x".repeat(100));
        IOException refused = assertThrows(IOException.class, () -> ControlServer.open(deep, HANDLERS));
        assertTrue(String.valueOf(refused.getMessage()).contains("choose a shorter data folder"), refused::toString);
        assertTrue(new ControlClient(deep).pathIsTooLong());
        assertFalse(new ControlClient(data).pathIsTooLong());
    }

    @Test
    void anAnswerThatIsCutOffIsAFault() throws Exception {
        try (ServerSocketChannel cutting = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            cutting.bind(UnixDomainSocketAddress.of(data.resolve("easel.sock")));
            Thread host = new Thread(() -> answerWith(cutting, "{\"i\":0}\n"));
            host.start();
            ControlException cut = assertThrows(ControlException.class, () -> count(5));
            assertTrue(String.valueOf(cut.getMessage()).endsWith("the answer was cut off"), cut::toString);
            host.join();
        }
    }

    @Test
    void nonsenseDoesNotStopTheServer() throws Exception {
        try (ControlServer server = ControlServer.open(data, HANDLERS)) {
            try (SocketChannel nonsense = SocketChannel.open(UnixDomainSocketAddress.of(data.resolve("easel.sock")))) {
                nonsense.write(ByteBuffer.wrap("nonsense\n".getBytes(StandardCharsets.UTF_8)));
                assertEquals(-1, nonsense.read(ByteBuffer.allocate(10)));
            }
            assertEquals(List.of(0), count(1));
        }
    }

    private static void answerWith(ServerSocketChannel server, String answer) {
        try (SocketChannel connection = server.accept()) {
            connection.read(ByteBuffer.allocate(1000));
            connection.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private List<Integer> count(int to) throws ControlException {
        List<Integer> lines = new ArrayList<>();
        new ControlClient(data)
                .ask(
                        "count",
                        json().put("to", to),
                        line -> lines.add(line.path("i").asInt()));
        return lines;
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
