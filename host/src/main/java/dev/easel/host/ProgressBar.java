package dev.easel.host;

import java.io.PrintStream;

/** Draws progress on one line of a terminal, and takes it away at the end; safe for use by several threads. */
final class ProgressBar implements ProgressListener, AutoCloseable {
    private static final int WIDTH = 40;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream terminal;
    private int percent = -1;

    ProgressBar(PrintStream terminal) {
        this.terminal = terminal;
        progress(0);
    }

    @Override
    public synchronized void progress(double fraction) {
        int now = (int) Math.floor(100 * Math.max(0, Math.min(1, fraction)));
        if (now > percent) {
            percent = now;
            int full = WIDTH * percent / 100;
            terminal.print("%s[%s%s] %3d %%".formatted(CLEAR, "#".repeat(full), "-".repeat(WIDTH - full), percent));
            terminal.flush();
        }
    }

    @Override
    public synchronized void close() {
        terminal.print(CLEAR);
        terminal.flush();
        percent = 100;
    }
}
