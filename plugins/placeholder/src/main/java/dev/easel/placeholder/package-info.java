/**
 * A provider that sets the prompt in type on a composition derived from it.
 *
 * <p>It needs neither a service nor a model, neither fonts nor a graphics library of the operating system, and serves
 * every prompt.
 */
@NullMarked
package dev.easel.placeholder;

import org.jspecify.annotations.NullMarked;
