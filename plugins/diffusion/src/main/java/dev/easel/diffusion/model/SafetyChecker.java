package dev.easel.diffusion.model;

/**
 * The graph that tells pictures that should not be shown.
 *
 * @param graph the graph
 * @param clipInput the input for pictures as CLIP sees them, of shape (batch, 3, size, size)
 * @param images the input for the pictures themselves, of shape (batch, height, width, 3), from 0 to 1
 * @param flagged the output with a truth value for each picture
 * @param clipSize the height and width of {@code clipInput}, mostly 224
 */
public record SafetyChecker(
        OnnxGraph graph, TensorSpec clipInput, TensorSpec images, TensorSpec flagged, int clipSize) {}
