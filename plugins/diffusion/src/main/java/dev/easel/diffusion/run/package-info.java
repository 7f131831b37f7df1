/** From a configured model to images in sinks: is it there, what is it asked for, who holds it in memory. */
@NullMarked
package dev.easel.diffusion.run;

import org.jspecify.annotations.NullMarked;
