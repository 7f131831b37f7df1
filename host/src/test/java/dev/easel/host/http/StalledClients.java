package dev.easel.host.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many clients on real sockets that all send the same and then neither send nor read anything more. */
final class StalledClients implements AutoCloseable {
    private final List<SocketChannel> clients = new ArrayList<>();

    StalledClients(int port, int number, String sent) {
        for (int i = 0; i < number; i++) {
            clients.add(connected(port, sent));
        }
    }

    /** With a small window, so that little of an answer disappears in it. */
    private static SocketChannel connected(int port, String sent) {
        try {
            SocketChannel client = SocketChannel.open();
            client.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            ByteBuffer bytes = ByteBuffer.wrap(sent.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                client.write(bytes);
            }
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has each send one more byte; tells how many connections are still open. */
    int drip() {
        int alive = 0;
        for (SocketChannel client : clients) {
            try {
                client.write(ByteBuffer.wrap(new byte[] {'a'}));
                alive++;
            } catch (IOException closed) {
                // By the server.
            }
        }
        return alive;
    }

    /** Reads a whole answer of each, up to the end of its head; tells the first lines. */
    List<String> statusLines() {
        List<String> lines = new ArrayList<>();
        for (SocketChannel client : clients) {
            try {
                ByteBuffer start = ByteBuffer.allocate(15);
                while (start.hasRemaining() && client.read(start) >= 0) {
                    // More is coming.
                }
                lines.add(new String(start.array(), 0, start.position(), StandardCharsets.US_ASCII));
            } catch (IOException e) {
                lines.add("closed");
            }
        }
        return lines;
    }

    @Override
    public void close() {
        for (SocketChannel client : clients) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
