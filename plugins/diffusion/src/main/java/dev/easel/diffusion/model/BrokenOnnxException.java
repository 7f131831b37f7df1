package dev.easel.diffusion.model;

import java.io.IOException;

/** A file is no ONNX file, or only a part of one. */
final class BrokenOnnxException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message completes a sentence that begins with the name of the file
     */
    BrokenOnnxException(String message) {
        super(message);
    }
}
