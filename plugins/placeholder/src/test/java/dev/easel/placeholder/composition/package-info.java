/** Specifies the package of the same name. */
@NullMarked
package dev.easel.placeholder.composition;

import org.jspecify.annotations.NullMarked;
