/** What an administrator configures for each model, checked and typed, with every fault at once. */
@NullMarked
package dev.easel.diffusion.config;

import org.jspecify.annotations.NullMarked;
