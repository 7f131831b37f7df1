package dev.easel.host.control;

/** A request over the control socket was not answered. */
public final class ControlException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message why, in one sentence
     */
    public ControlException(String message) {
        super(message);
    }

    /**
     * Makes one.
     *
     * @param message why, in one sentence
     * @param cause what went wrong underneath
     */
    public ControlException(String message, Throwable cause) {
        super(message, cause);
    }
}
