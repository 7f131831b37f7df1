package dev.easel.dist;

/** A process that can be killed and started again. */
interface Mortal {
    /** Ends it as {@code kill -9} does, at once. */
    void kill() throws Exception;

    void start() throws Exception;

    void awaitReady() throws Exception;
}
