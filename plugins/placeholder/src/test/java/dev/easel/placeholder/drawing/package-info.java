/** Specifies the package of the same name. */
@NullMarked
package dev.easel.placeholder.drawing;

import org.jspecify.annotations.NullMarked;
