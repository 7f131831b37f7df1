package dev.easel.host.access;

/** Something that was to be done with a user cannot be done. */
public final class UserException extends Exception {
    private static final long serialVersionUID = 1L;

    UserException(String message) {
        super(message);
    }
}
