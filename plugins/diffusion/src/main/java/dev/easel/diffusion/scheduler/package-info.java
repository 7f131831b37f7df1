/** The rules by which noise becomes an image in steps; plain arithmetic, without a runtime for models. */
@NullMarked
package dev.easel.diffusion.scheduler;

import org.jspecify.annotations.NullMarked;
