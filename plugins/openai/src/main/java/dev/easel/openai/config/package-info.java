/** What an administrator configures for each service, checked and typed, with every fault at once. */
@NullMarked
package dev.easel.openai.config;

import org.jspecify.annotations.NullMarked;
