package dev.easel.host.task;

/** An order has the key of an earlier one that was for something else. */
public final class OrderKeyReusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public OrderKeyReusedException() {
        super("The key belongs to an earlier order of the same caller, for something else");
    }
}
