/** Whether a service can work now: what runs found, and what a cheap question to it tells. */
@NullMarked
package dev.easel.openai.health;

import org.jspecify.annotations.NullMarked;
