package dev.easel.diffusion.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;

/** What computes; every one but the processor needs a build of ONNX Runtime that brings it. */
public enum Device {
    /** The processor, which is always there. */
    CPU,
    /** A graphics card of NVIDIA, the first one. */
    CUDA,
    /** Apple's neural engine and graphics. */
    COREML,
    /** A graphics card under Windows, the first one. */
    DIRECTML;

    /** Asks the runtime for the device; without this it computes on the processor. */
    void addTo(SessionOptions options) throws OrtException {
        switch (this) {
            case CPU -> {}
            case CUDA -> options.addCUDA(0);
            case COREML -> options.addCoreML();
            case DIRECTML -> options.addDirectML(0);
        }
    }
}
