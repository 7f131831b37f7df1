/** Specifies the package of the same name. */
@NullMarked
package dev.easel.diffusion.tokenizer;

import org.jspecify.annotations.NullMarked;
