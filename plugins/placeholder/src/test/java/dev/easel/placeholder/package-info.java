/** Says what the placeholder provider promises. */
@NullMarked
package dev.easel.placeholder;

import org.jspecify.annotations.NullMarked;
