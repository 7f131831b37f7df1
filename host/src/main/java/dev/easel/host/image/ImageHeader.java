package dev.easel.host.image;

/**
 * What an image's header tells.
 *
 * @param mediaType for example {@code image/png}
 * @param size its pixels, at least one
 */
record ImageHeader(String mediaType, PixelSize size) {}
