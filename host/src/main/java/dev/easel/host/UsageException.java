package dev.easel.host;

/** A command was given what it does not allow; exit status 2. */
public final class UsageException extends EngineException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message one sentence: what was given and what is allowed
     */
    public UsageException(String message) {
        super(message);
    }
}
