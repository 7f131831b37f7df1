/** Says which addresses are public. */
@NullMarked
package dev.easel.openai.download;

import org.jspecify.annotations.NullMarked;
