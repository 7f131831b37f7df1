package dev.easel.openai.download;

import java.io.IOException;

/** An image is not fetched from where a service says that it is. */
final class RefusedAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param reason why, as a part of a sentence
     */
    RefusedAddressException(String reason) {
        super(reason);
    }
}
