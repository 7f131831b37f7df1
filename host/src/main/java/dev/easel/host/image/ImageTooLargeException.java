package dev.easel.host.image;

import java.io.IOException;

/** More was written than an image may hold. */
final class ImageTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    ImageTooLargeException(long limit) {
        super("is too large; at most " + limit + " bytes are allowed");
    }
}
