/** The HTTP client of one service: bounded in time, cancelled with its run, and gone without a trace when closed. */
@NullMarked
package dev.easel.openai.http;

import org.jspecify.annotations.NullMarked;
