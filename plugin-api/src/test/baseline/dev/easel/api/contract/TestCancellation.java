package dev.easel.api.contract;
import dev.easel.api.provider.Cancellation;
public final class TestCancellation implements Cancellation {
    public TestCancellation() {}
    public void cancel() { throw new Error(); }
    public boolean isCancelled() { throw new Error(); }
    public Registration onCancel(Runnable action) { throw new Error(); }
}
