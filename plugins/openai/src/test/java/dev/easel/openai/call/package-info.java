/** Tests of single parts. */
@NullMarked
package dev.easel.openai.call;

import org.jspecify.annotations.NullMarked;
