package dev.easel.host.image;

import java.time.Instant;

/**
 * What is known of a published image.
 *
 * @param index its index in the task, from 0
 * @param mediaType for example {@code image/png}
 * @param size its length in bytes
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param publishedAt when it was published
 */
public record ImageInfo(int index, String mediaType, long size, String sha256, Instant publishedAt) {}
