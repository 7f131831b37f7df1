package dev.easel.api.provider;
public interface Cancellation {
    boolean isCancelled();
    Registration onCancel(Runnable action);
    default void throwIfCancelled() { throw new Error(); }
    static Cancellation never() { throw new Error(); }
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
