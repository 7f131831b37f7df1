package dev.easel.diffusion.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.easel.diffusion.model.OnnxGraph;
import java.nio.file.Path;

/** Loads graphs into sessions of ONNX Runtime; safe for use by several threads. */
public final class Sessions implements Graphs {
    private final SessionSettings settings;

    /**
     * Keeps the settings; nothing is loaded yet.
     *
     * @param settings how graphs are loaded and computed
     */
    public Sessions(SessionSettings settings) {
        this.settings = settings;
    }

    @Override
    public Graph open(OnnxGraph graph) {
        OnnxRuntimeAccess.environment();
        try (SessionOptions options = Options.of(settings)) {
            return new GraphSession(graph, session(fastest(graph), options));
        } catch (OrtException refused) {
            throw Faults.loading(graph, refused);
        }
    }

    private Path fastest(OnnxGraph graph) throws OrtException {
        if (settings.optimizedGraphs().isEmpty()) {
            return graph.file();
        }
        return new OptimizedGraphs(settings.optimizedGraphs().get(), settings).of(graph.file());
    }

    static OrtSession session(Path file, SessionOptions options) throws OrtException {
        return OnnxRuntimeAccess.environment().createSession(file.toString(), options);
    }
}
