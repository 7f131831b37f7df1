/** Specifies the package of the same name. */
@NullMarked
package dev.easel.diffusion.png;

import org.jspecify.annotations.NullMarked;
