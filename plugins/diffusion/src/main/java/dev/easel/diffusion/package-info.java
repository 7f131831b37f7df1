/** A provider that makes images on the machine itself, with Stable Diffusion models in ONNX format. */
@NullMarked
package dev.easel.diffusion;

import org.jspecify.annotations.NullMarked;
