/** What surrounds the text: palettes and the kinds of composition that are painted with them. */
@NullMarked
package dev.easel.placeholder.composition;

import org.jspecify.annotations.NullMarked;
