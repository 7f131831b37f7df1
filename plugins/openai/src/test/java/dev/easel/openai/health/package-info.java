/** Tests of single parts. */
@NullMarked
package dev.easel.openai.health;

import org.jspecify.annotations.NullMarked;
