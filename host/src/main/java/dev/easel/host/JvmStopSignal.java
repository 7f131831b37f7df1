package dev.easel.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * Turns SIGTERM and SIGINT into an orderly end with the exit status of the command.
 *
 * <p>The JVM would end with 143 or 130 when its shutdown hooks are done; the hook waits for the command instead and
 * then halts with the command's own status.
 */
final class JvmStopSignal implements StopSignal {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    @Override
    public void arm() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "easel-stop"));
    }

    @Override
    public void await() throws InterruptedException {
        asked.await();
    }

    /** Ends the process, whether it was asked to stop or not. */
    void exit(int exitStatus) {
        status.complete(exitStatus);
        System.exit(exitStatus);
    }

    private void stop() {
        if (status.isDone()) {
            return; // the process ends by itself, with the status it gave
        }
        asked.countDown();
        int exitStatus = status.join();
        System.err.flush();
        Runtime.getRuntime().halt(exitStatus);
    }
}
