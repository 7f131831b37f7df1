/** What services say when they fail: reading it, telling whose fault it is, and taking secrets out of it. */
@NullMarked
package dev.easel.openai.fault;

import org.jspecify.annotations.NullMarked;
