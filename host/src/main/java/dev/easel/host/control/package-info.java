/**
 * The owner-only Unix socket in the data folder by which the command line talks to the running host.
 *
 * <p>One request a connection: a line of JSON whose {@code command} names the handler. The answer is any number of
 * lines of JSON, and after them {@code {"end":true}} or {@code {"error":"…"}}: an answer without such a last line was
 * cut off.
 */
@NullMarked
package dev.easel.host.control;

import org.jspecify.annotations.NullMarked;
