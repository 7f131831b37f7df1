/** Tests of single parts. */
@NullMarked
package dev.easel.openai.fault;

import org.jspecify.annotations.NullMarked;
