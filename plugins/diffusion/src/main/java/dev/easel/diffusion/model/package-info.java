/** What a model directory holds, and everything that is wrong with it. */
@NullMarked
package dev.easel.diffusion.model;

import org.jspecify.annotations.NullMarked;
