package dev.easel.diffusion.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;

/** The runtime's one environment, which it keeps for as long as its classes are loaded. */
final class OnnxRuntimeAccess {
    private OnnxRuntimeAccess() {}

    /** Returns the environment. */
    static OrtEnvironment environment() {
        try {
            return Loaded.ENVIRONMENT;
        } catch (LinkageError | IllegalStateException missing) {
            throw Faults.library(missing);
        }
    }

    /** The runtime allows one environment for all of a class loader, loaded when it is first needed. */
    private static final class Loaded {
        static final OrtEnvironment ENVIRONMENT = load();

        private static OrtEnvironment load() {
            try {
                NativeLibraries.provide(Loaded::open);
                return open();
            } catch (IOException failed) {
                throw new IllegalStateException(failed.getMessage(), failed);
            }
        }

        /** It is quiet, since everything that it would log is thrown, too. */
        private static OrtEnvironment open() {
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, OrtEnvironment.DEFAULT_NAME);
        }
    }
}
