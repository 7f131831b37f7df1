package dev.easel.host;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, the last first, and all of it whatever fails; for use by one thread. */
final class Closer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closer.class);

    private final Deque<Opened> opened = new ArrayDeque<>();

    /** Takes something to close. */
    void add(String name, AutoCloseable closeable) {
        opened.push(new Opened(name, closeable));
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
    }

    private static void close(Opened opened) {
        try {
            opened.closeable().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("Closing failed: {}", opened.name(), e);
        }
    }

    private record Opened(String name, AutoCloseable closeable) {}
}
