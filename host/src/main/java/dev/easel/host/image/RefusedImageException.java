package dev.easel.host.image;

/** One image is not served; the message says why, as the rest of a sentence that begins with the image. */
final class RefusedImageException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedImageException(String reason) {
        super(reason);
    }

    RefusedImageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
