/** Tests of the way from a prompt to pictures. */
@NullMarked
package dev.easel.diffusion.pipeline;

import org.jspecify.annotations.NullMarked;
