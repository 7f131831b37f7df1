package dev.easel.diffusion.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;

/** Ends calls of graphs that are under way; {@link #terminate()} is safe for use by several threads. */
public final class Termination implements AutoCloseable {
    private final RunOptions options;
    private boolean terminated;
    private boolean closed;

    /**
     * Makes one that hasn't happened.
     *
     * @throws OnnxException if the runtime can't be had
     */
    public Termination() {
        OnnxRuntimeAccess.environment();
        try {
            options = new RunOptions();
        } catch (OrtException failed) {
            throw Faults.running("anything", failed);
        }
    }

    /** Has the present call, and all later ones, end as soon as the runtime can; after closing it does nothing. */
    public synchronized void terminate() {
        if (closed) {
            return;
        }
        try {
            options.setTerminate(true);
            terminated = true;
        } catch (OrtException failed) {
            throw Faults.running("a termination", failed);
        }
    }

    synchronized boolean isTerminated() {
        return terminated;
    }

    RunOptions options() {
        return options;
    }

    /** Frees it; no call may be under way. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            options.close();
        }
    }
}
