package dev.easel.diffusion.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;

/** The runtime's words for {@link SessionSettings}. */
final class Options {
    private Options() {}

    /** Returns options that the caller closes; the runtime must be there. */
    static SessionOptions of(SessionSettings settings) throws OrtException {
        SessionOptions options = new SessionOptions();
        try {
            addDevice(settings.device(), options);
            addComputing(settings, options);
            return options;
        } catch (OrtException | RuntimeException refused) {
            options.close();
            throw refused;
        }
    }

    private static void addDevice(Device device, SessionOptions options) {
        try {
            device.addTo(options);
        } catch (OrtException | LinkageError missing) {
            throw Faults.device(device, missing);
        }
    }

    private static void addComputing(SessionSettings settings, SessionOptions options) throws OrtException {
        options.setExecutionMode(ExecutionMode.SEQUENTIAL);
        options.setInterOpNumThreads(1);
        options.setIntraOpNumThreads(settings.threads());
        options.addConfigEntry("session.intra_op.allow_spinning", settings.spinning() ? "1" : "0");
        options.setCPUArenaAllocator(settings.arena());
        // DirectML works without memory patterns only.
        options.setMemoryPatternOptimization(settings.memoryPattern() && settings.device() != Device.DIRECTML);
        options.setOptimizationLevel(settings.optimization().level());
    }
}
