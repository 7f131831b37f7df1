/** A provider that sets the prompt in type on a composition derived from it. */
@NullMarked
package dev.easel.placeholder;

import org.jspecify.annotations.NullMarked;
