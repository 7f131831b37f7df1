package dev.easel.openai.answer;

import java.io.IOException;

/** An answer that should be a JSON object is none. */
public final class NoJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    NoJsonException() {
        super("The answer is not the JSON object that it should be");
    }
}
