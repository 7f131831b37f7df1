package dev.easel.diffusion.png;

/**
 * A text inside a PNG file.
 *
 * @param keyword what it is: 1 to 79 characters of Latin-1, without spaces at either end
 * @param text any
 */
public record PngText(String keyword, String text) {}
