@NullMarked
package dev.easel.diffusion.model;

import org.jspecify.annotations.NullMarked;
