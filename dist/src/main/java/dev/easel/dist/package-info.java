/** What the build runs to prepare the distribution; nothing of this is in it. */
@NullMarked
package dev.easel.dist;

import org.jspecify.annotations.NullMarked;
