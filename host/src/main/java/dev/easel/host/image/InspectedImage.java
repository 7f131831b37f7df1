package dev.easel.host.image;

import java.time.Instant;

/** An image that may be published; the components are those of {@link ImageInfo}. */
record InspectedImage(int index, String mediaType, long size, String sha256) {

    ImageInfo publishedAt(Instant instant) {
        return new ImageInfo(index, mediaType, size, sha256, instant);
    }
}
