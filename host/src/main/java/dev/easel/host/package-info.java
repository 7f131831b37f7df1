/** The command line and the wiring of the server. */
@NullMarked
package dev.easel.host;

import org.jspecify.annotations.NullMarked;
