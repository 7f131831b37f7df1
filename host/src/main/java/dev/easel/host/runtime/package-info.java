/** How long providers take: what they declare and what was recorded. */
@NullMarked
package dev.easel.host.runtime;

import org.jspecify.annotations.NullMarked;
