package dev.easel.openai.http;

import java.io.IOException;

/** An image is not fetched from where a service says that it is. */
public final class RefusedAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param reason why, as a part of a sentence
     */
    public RefusedAddressException(String reason) {
        super(reason);
    }
}
