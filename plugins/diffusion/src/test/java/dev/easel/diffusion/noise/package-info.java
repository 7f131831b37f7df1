/** Specifies the package of the same name. */
@NullMarked
package dev.easel.diffusion.noise;

import org.jspecify.annotations.NullMarked;
