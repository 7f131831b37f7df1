/** Images on disk: written by one attempt, checked, published at once, served. */
@NullMarked
package dev.easel.host.image;

import org.jspecify.annotations.NullMarked;
