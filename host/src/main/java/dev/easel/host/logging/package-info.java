/**
 * Logs: one line an event to stderr.
 *
 * <p>Depends on no other package of the host, so that every one may use {@link dev.easel.host.logging.LogContext}.
 */
@NullMarked
package dev.easel.host.logging;

import org.jspecify.annotations.NullMarked;
