@NullMarked
package dev.easel.diffusion;

import org.jspecify.annotations.NullMarked;
