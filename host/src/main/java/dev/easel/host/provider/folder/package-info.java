/** The plugins folder: which jars lie in it, whether they are complete, and private copies of them to load. */
@NullMarked
package dev.easel.host.provider.folder;

import org.jspecify.annotations.NullMarked;
