/** ONNX Runtime: loaded graphs, the numbers that they are fed, and who frees what. */
@NullMarked
package dev.easel.diffusion.onnx;

import org.jspecify.annotations.NullMarked;
