/** From a prompt to the numbers that CLIP's text encoders read. */
@NullMarked
package dev.easel.diffusion.tokenizer;

import org.jspecify.annotations.NullMarked;
