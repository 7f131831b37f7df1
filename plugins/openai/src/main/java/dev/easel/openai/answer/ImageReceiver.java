package dev.easel.openai.answer;

import java.io.IOException;
import java.io.InputStream;

/** Takes the images of an answer, in its order. */
public interface ImageReceiver {

    /**
     * Takes an image that came with the answer.
     *
     * @param image its bytes, as they arrive; need not be read to the end
     * @throws IOException if reading or storing fails
     */
    void image(InputStream image) throws IOException;

    /**
     * Takes the address of an image.
     *
     * @param url as the service gave it, which may be anything
     */
    void address(String url);
}
