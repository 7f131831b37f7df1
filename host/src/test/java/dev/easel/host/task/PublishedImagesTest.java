package dev.easel.host.task;

import dev.easel.host.image.ImageInfo;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PublishedImagesTest {
    @Test
    void whatWasPublishedIsReadAsItWasWritten() {
        List<ImageInfo> images = List.of(
                new ImageInfo(0, "image/png", 1, "0".repeat(64), Instant.ofEpochMilli(1_800_000_000_123L)),
                new ImageInfo(1, "image/svg+xml", Long.MAX_VALUE, "f".repeat(64), Instant.EPOCH));
        assertEquals(images, PublishedImages.parse(PublishedImages.format(images)));
    }

    @Test
    void aTaskWithoutImagesHasNone() {
        assertEquals(List.of(), PublishedImages.parse(null));
    }
}
