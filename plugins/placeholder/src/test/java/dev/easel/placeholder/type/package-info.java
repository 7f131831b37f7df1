/** Specifies the package of the same name. */
@NullMarked
package dev.easel.placeholder.type;

import org.jspecify.annotations.NullMarked;
