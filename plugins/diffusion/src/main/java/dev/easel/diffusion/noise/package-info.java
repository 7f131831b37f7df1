/** Gaussian noise from seeds. */
@NullMarked
package dev.easel.diffusion.noise;

import org.jspecify.annotations.NullMarked;
