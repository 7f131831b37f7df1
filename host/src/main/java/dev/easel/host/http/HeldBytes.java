package dev.easel.host.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.EndPoint;

/**
 * Bounds what is kept in memory for clients that send or read slowly.
 *
 * <p>Where it is too much, the connection for which something has been kept for longest is closed. Safe for use by
 * several threads.
 */
final class HeldBytes {
    private final long most;

    /** The connection for which something has been kept for longest comes first. */
    private final Map<EndPoint, Long> held = new LinkedHashMap<>();

    private long total;

    HeldBytes(long most) {
        this.most = most;
    }

    /** Keeps more for a connection, or has connections closed, of which this may be one. */
    void keep(EndPoint connection, long bytes) {
        List<EndPoint> surplus = new ArrayList<>();
        synchronized (this) {
            held.merge(connection, bytes, Long::sum);
            total += bytes;
            Iterator<Map.Entry<EndPoint, Long>> oldest = held.entrySet().iterator();
            while (total > most && oldest.hasNext()) {
                Map.Entry<EndPoint, Long> next = oldest.next();
                oldest.remove();
                total -= next.getValue();
                surplus.add(next.getKey());
            }
        }
        surplus.forEach(EndPoint::close);
    }

    /** Keeps less for a connection. */
    synchronized void release(EndPoint connection, long bytes) {
        Long before = held.get(connection);
        if (before != null) {
            long released = Math.min(before, bytes);
            total -= released;
            if (released == before) {
                held.remove(connection);
            } else {
                held.put(connection, before - released);
            }
        }
    }

    synchronized long total() {
        return total;
    }
}
