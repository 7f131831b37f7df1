/**
 * Fetching images from the addresses that services name.
 *
 * <p>Whoever controls a service's answer chooses these addresses, so nothing is fetched from where only Easel's machine
 * can reach: the address that a connection is made to is checked, not only the name that it came from.
 */
@NullMarked
package dev.easel.openai.download;

import org.jspecify.annotations.NullMarked;
