/**
 * Models for tests: tiny ones of every family, which are complete directories with random weights, what can be damaged
 * in them, and one of Stable Diffusion 1.5's real size, which is written when a benchmark asks for it.
 */
@NullMarked
package dev.easel.diffusion.zoo;

import org.jspecify.annotations.NullMarked;
