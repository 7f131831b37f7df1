/** Asking a service for images: what is sent, what is left out, and when it is sent again. */
@NullMarked
package dev.easel.openai.call;

import org.jspecify.annotations.NullMarked;
