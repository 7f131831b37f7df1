/**
 * Typesetting: from a prompt to outlines in lines, in the scripts that the plugin's fonts show.
 *
 * <p>Characters that no font shows are left out; Arabic is joined, mixed directions are ordered by the Unicode
 * Bidirectional Algorithm.
 */
@NullMarked
package dev.easel.placeholder.type;

import org.jspecify.annotations.NullMarked;
