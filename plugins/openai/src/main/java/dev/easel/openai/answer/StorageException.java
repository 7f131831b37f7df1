package dev.easel.openai.answer;

import java.io.IOException;

/** An image came, and its sink could not take it: no fault of the service. */
public final class StorageException extends IOException {
    private static final long serialVersionUID = 1L;

    StorageException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
