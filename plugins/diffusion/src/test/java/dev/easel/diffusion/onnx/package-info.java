/** Tests of how ONNX Runtime is used. */
@NullMarked
package dev.easel.diffusion.onnx;

import org.jspecify.annotations.NullMarked;
