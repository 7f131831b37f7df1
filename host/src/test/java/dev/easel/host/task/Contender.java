package dev.easel.host.task;

/** Something that stores tasks and executes them, as the throughput benchmark sees it. */
interface Contender extends AutoCloseable {

    /** Stores a task; called by several threads. */
    void accept(int index);

    /** Begins to execute what is stored, and returns when the end of every task is stored too. */
    void executeAll(int count) throws InterruptedException;

    @Override
    void close() throws InterruptedException;
}
