package dev.easel.api.task;

/** No provider is loaded, so that no task is accepted. */
public final class PreConditionNotMetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what is missing
     */
    public PreConditionNotMetException(String message) {
        super(message);
    }
}
