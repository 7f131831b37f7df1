/** Plugins: the folder, their class loaders, their providers and every call into them. */
@NullMarked
package dev.easel.host.provider;

import org.jspecify.annotations.NullMarked;
