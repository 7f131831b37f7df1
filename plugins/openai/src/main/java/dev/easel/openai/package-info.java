/**
 * Providers that have their images made by services which speak OpenAI's images API.
 *
 * <p>Each configured service is a provider of its own.
 */
@NullMarked
package dev.easel.openai;

import org.jspecify.annotations.NullMarked;
