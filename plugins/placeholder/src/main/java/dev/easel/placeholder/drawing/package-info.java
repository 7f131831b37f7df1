/**
 * A canvas of pixels that shapes are filled on, and the writer that turns it into a PNG.
 *
 * <p>Java2D's {@code Graphics2D} needs a font library of the operating system even where nothing is written; here only
 * {@code java.awt.geom} is used, which is pure Java.
 */
@NullMarked
package dev.easel.placeholder.drawing;

import org.jspecify.annotations.NullMarked;
