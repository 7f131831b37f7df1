/** The configuration: file, environment and options in one typed record, all faults reported at once. */
@NullMarked
package dev.easel.host.config;

import org.jspecify.annotations.NullMarked;
