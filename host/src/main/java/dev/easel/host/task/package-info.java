/** The life of a task: stored, run while the client waits or queued, published, kept for a while, deleted. */
@NullMarked
package dev.easel.host.task;

import org.jspecify.annotations.NullMarked;
