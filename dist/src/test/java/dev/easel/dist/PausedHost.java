package dev.easel.dist;

import java.io.IOException;

/**
 * A host that is not killed but stopped as by a debugger, and goes on later as if nothing had happened.
 *
 * @param host the host
 */
record PausedHost(MortalHost host) implements Mortal {
    @Override
    public void kill() throws IOException, InterruptedException {
        host.process().signal("STOP");
    }

    @Override
    public void start() throws IOException, InterruptedException {
        host.process().signal("CONT");
    }

    @Override
    public void awaitReady() {
        host.awaitReady();
    }
}
