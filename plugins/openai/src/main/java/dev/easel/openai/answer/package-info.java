/** Reading the answers of services as they arrive, without ever holding one in memory. */
@NullMarked
package dev.easel.openai.answer;

import org.jspecify.annotations.NullMarked;
