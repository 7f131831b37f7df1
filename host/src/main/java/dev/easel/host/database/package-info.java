/** The connection pool and the schema. */
@NullMarked
package dev.easel.host.database;

import org.jspecify.annotations.NullMarked;
