package dev.easel.host;

/** Tells when the process is asked to stop. */
interface StopSignal {

    /** From now on, a request to stop is awaited instead of ending the process at once. */
    void arm();

    /**
     * Waits for the request to stop.
     *
     * @throws InterruptedException if the thread was interrupted, which is a request too
     */
    void await() throws InterruptedException;
}
