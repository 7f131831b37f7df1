/** Who is calling, what they may see, and how often they may call. */
@NullMarked
package dev.easel.host.access;

import org.jspecify.annotations.NullMarked;
