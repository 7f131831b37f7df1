/** The HTTP server: listeners, filters, routes, errors, health. */
@NullMarked
package dev.easel.host.http;

import org.jspecify.annotations.NullMarked;
