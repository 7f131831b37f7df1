package dev.easel.diffusion.onnx;

import ai.onnxruntime.OrtException;
import dev.easel.diffusion.model.OnnxGraph;
import dev.easel.diffusion.onnx.OnnxException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Says what the runtime's exceptions mean, and what to do. */
final class Faults {
    /**
     * What the runtime and the libraries below it write when memory is exhausted; there is no code of its own for it.
     */
    private static final List<String> MEMORY = List.of(
            "failed to allocate memory",
            "bad allocation",
            "bad_alloc",
            "out of memory",
            "alloc_failed",
            "available memory of",
            "memory_allocation");

    private Faults() {}

    static OnnxException library(Throwable cause) {
        return new OnnxException(
                Kind.DEVICE,
                "ONNX Runtime can't be loaded on %s %s: %s. The plugin's jar must hold its library for this system."
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), reason(cause)),
                cause);
    }

    static OnnxException device(Device device, Throwable cause) {
        return new OnnxException(
                Kind.DEVICE,
                "The device %s can't be had: %s. Set device to cpu, or use a build of ONNX Runtime that brings it."
                        .formatted(device.name().toLowerCase(Locale.ROOT), reason(cause)),
                cause);
    }

    static OnnxException loading(OnnxGraph graph, OrtException cause) {
        if (isAboutMemory(cause)) {
            return memory("to load " + graph.file(), cause);
        }
        return new OnnxException(Kind.GRAPH, "%s can't be loaded: %s".formatted(graph.file(), reason(cause)), cause);
    }

    static OnnxException running(String what, OrtException cause) {
        if (isAboutMemory(cause)) {
            return memory("to compute " + what, cause);
        }
        return new OnnxException(Kind.RUN, "%s can't be computed: %s".formatted(what, reason(cause)), cause);
    }

    static OnnxException directMemory(int bytes, OutOfMemoryError cause) {
        return new OnnxException(
                Kind.MEMORY,
                ("There isn't enough memory outside the Java heap for %d bytes: %s. Make smaller pictures, or give the"
                                + " Java machine more with -XX:MaxDirectMemorySize.")
                        .formatted(bytes, reason(cause)),
                cause);
    }

    static OnnxException optimizedGraphs(Path folder, IOException cause) {
        return new OnnxException(
                Kind.GRAPH,
                "The folder for optimised graphs, %s, can't be used: %s. Make it writable, or name none."
                        .formatted(folder, reason(cause)),
                cause);
    }

    private static OnnxException memory(String purpose, OrtException cause) {
        return new OnnxException(
                Kind.MEMORY,
                "There isn't enough memory %s: %s. Make smaller pictures, fewer at once, or use a smaller model."
                        .formatted(purpose, reason(cause)),
                cause);
    }

    static boolean isAboutMemory(OrtException cause) {
        String message = reason(cause).toLowerCase(Locale.ROOT);
        return MEMORY.stream().anyMatch(message::contains);
    }

    /** The message of the innermost cause, since class initialisers wrap what happened. */
    private static String reason(Throwable cause) {
        Throwable innermost = cause;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        if (message == null) {
            return innermost.getClass().getSimpleName();
        }
        String reason =
                message.replaceFirst("^Error code - \\w+ - message: ", "").strip();
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
