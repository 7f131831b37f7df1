/** From a prompt to pictures: sessions, tensors, guidance, batches. */
@NullMarked
package dev.easel.diffusion.pipeline;

import org.jspecify.annotations.NullMarked;
