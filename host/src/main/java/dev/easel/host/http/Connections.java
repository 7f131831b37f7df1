package dev.easel.host.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Keeps clients that hold connections without getting on from stopping others.
 *
 * <p>At any time it is either a connection's client that has to do something (send a request with all of its body, read
 * an answer) or the server. A connection whose client doesn't do its part within a time is closed; and where there are
 * more connections than there is room for, that one is whose client has been at it for longest. An honest client, which
 * takes milliseconds, is never that one. Safe for use by several threads.
 */
final class Connections implements Connection.Listener {
    private static final long LOOK_MILLIS = 500;

    private final int most;
    private final Duration patience;
    private final Scheduler scheduler;

    /** Since when it is a client's turn, in nanoseconds; the one that takes longest comes first. */
    private final Map<EndPoint, Long> clients = new LinkedHashMap<>();

    private final Set<EndPoint> open = new HashSet<>();
    private boolean looking;

    /**
     * Keeps connections.
     *
     * @param most how many may be open
     * @param patience how long a client may take for its part
     * @param scheduler runs what is due later; stopped with the server
     */
    Connections(int most, Duration patience, Scheduler scheduler) {
        this.most = most;
        this.patience = patience;
        this.scheduler = scheduler;
    }

    @Override
    public void onOpened(Connection connection) {
        EndPoint newcomer = connection.getEndPoint();
        List<EndPoint> surplus = new ArrayList<>();
        synchronized (this) {
            open.add(newcomer);
            clients.put(newcomer, System.nanoTime());
            Iterator<EndPoint> slowest = clients.keySet().iterator();
            while (open.size() > most && slowest.hasNext()) {
                EndPoint next = slowest.next();
                slowest.remove();
                open.remove(next);
                surplus.add(next);
            }
            lookLater();
        }
        surplus.forEach(EndPoint::close);
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        open.remove(connection.getEndPoint());
        clients.remove(connection.getEndPoint());
    }

    /** The client has to send or to read something. */
    synchronized void clientsTurn(EndPoint connection) {
        if (open.contains(connection)) {
            clients.remove(connection);
            clients.put(connection, System.nanoTime());
        }
    }

    /** The client has done its part. */
    synchronized void serversTurn(EndPoint connection) {
        clients.remove(connection);
    }

    synchronized int size() {
        return open.size();
    }

    private void lookLater() {
        if (!looking) {
            looking = true;
            scheduler.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        List<EndPoint> late = new ArrayList<>();
        long now = System.nanoTime();
        synchronized (this) {
            clients.forEach((connection, since) -> {
                if (now - since > patience.toNanos()) {
                    late.add(connection);
                }
            });
            late.forEach(clients::remove);
            looking = false;
            if (!open.isEmpty()) {
                lookLater();
            }
        }
        late.forEach(EndPoint::close);
    }
}
