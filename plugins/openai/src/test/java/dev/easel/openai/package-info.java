/** Says what the providers for OpenAI-style services promise, against services over real sockets. */
@NullMarked
package dev.easel.openai;

import org.jspecify.annotations.NullMarked;
