/** What can be said of a plugin's jar without running its code. */
@NullMarked
package dev.easel.host.provider.jar;

import org.jspecify.annotations.NullMarked;
