/** Pictures as PNG files. */
@NullMarked
package dev.easel.diffusion.png;

import org.jspecify.annotations.NullMarked;
