@NullMarked
package dev.easel.diffusion.run;

import org.jspecify.annotations.NullMarked;
