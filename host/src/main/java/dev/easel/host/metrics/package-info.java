/**
 * Numbers about this host for Prometheus; the only package that knows Micrometer.
 *
 * <p>Labels hold nothing that a caller chooses: ids of providers, templates of routes, methods and statuses of HTTP,
 * and the words of this package.
 */
@NullMarked
package dev.easel.host.metrics;

import org.jspecify.annotations.NullMarked;
