package dev.easel.diffusion.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;

/** The runtime's one environment, which it keeps for as long as its classes are loaded. */
final class OnnxRuntimeAccess {
    private OnnxRuntimeAccess() {}

    /** Returns the environment; it is quiet, since everything that it would log is thrown, too. */
    static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, OrtEnvironment.DEFAULT_NAME);
        } catch (LinkageError | IllegalStateException missing) {
            throw Faults.library(missing);
        }
    }
}
