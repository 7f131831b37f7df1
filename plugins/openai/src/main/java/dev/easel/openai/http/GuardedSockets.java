package dev.easel.openai.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect to permitted addresses only, and to these themselves: a SOCKS proxy of the Java machine,
 * which other sockets would use, is passed by.
 *
 * <p>The check is in the socket itself, on the very address that it is about to connect to: between a check of a name
 * and a connection, the name may come to mean another address.
 */
public final class GuardedSockets extends SocketFactory {
    private final Predicate<InetAddress> permitted;

    /**
     * Makes a factory.
     *
     * @param permitted tells where sockets may connect to
     */
    public GuardedSockets(Predicate<InetAddress> permitted) {
        this.permitted = permitted;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(permitted);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(SocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private static final class GuardedSocket extends Socket {
        private final Predicate<InetAddress> permitted;

        GuardedSocket(Predicate<InetAddress> permitted) {
            super(Proxy.NO_PROXY);
            this.permitted = permitted;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress address)
                    || address.isUnresolved()
                    || !permitted.test(address.getAddress())) {
                throw new RefusedAddressException("its host is at an address that is not public");
            }
            super.connect(endpoint, timeout);
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }
    }
}
