package dev.easel.host.image;

import java.io.IOException;

/** One format of images that is served; stateless. */
interface ImageFormat {

    /** Returns the name that people know the format by. */
    String name();

    /** Returns the media type that images of this format are served with. */
    String mediaType();

    /** Says whether the bytes begin as this format's do. */
    boolean recognizes(HeaderBytes bytes) throws IOException, RefusedImageException;

    /**
     * Reads the size from the header of bytes that are {@linkplain #recognizes recognized}.
     *
     * @return the size that a decoder has to make room for
     * @throws RefusedImageException if the header is incomplete or contradicts the format; the message completes a
     *     sentence that begins with the format's name
     */
    PixelSize readSize(HeaderBytes bytes) throws IOException, RefusedImageException;
}
