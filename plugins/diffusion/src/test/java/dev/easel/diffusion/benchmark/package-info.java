/** How fast pictures are made, run by hand. */
@NullMarked
package dev.easel.diffusion.benchmark;

import org.jspecify.annotations.NullMarked;
