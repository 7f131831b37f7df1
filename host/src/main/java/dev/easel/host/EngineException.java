package dev.easel.host;

/** A command failed for a reason that its user can understand; exit status 1. */
public class EngineException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message one sentence: what was given, what is allowed, what to do
     */
    public EngineException(String message) {
        super(message);
    }

    /**
     * Makes one.
     *
     * @param message one sentence
     * @param cause what went wrong underneath; not shown
     */
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
