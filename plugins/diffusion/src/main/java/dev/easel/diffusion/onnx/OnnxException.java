package dev.easel.diffusion.onnx;

/** ONNX Runtime can't do what is asked of it; the message has the runtime's own reason, and no prompt. */
public final class OnnxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong. */
    public enum Kind {
        /** The runtime's library or the device can't be had on this machine. */
        DEVICE,
        /** A graph can't be loaded. */
        GRAPH,
        /** There isn't enough memory. */
        MEMORY,
        /** A loaded graph can't be computed. */
        RUN
    }

    /**
     * Makes one.
     *
     * @param kind what went wrong
     * @param message the runtime's reason, and what to do
     * @param cause what it came from
     */
    public OnnxException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * Returns what went wrong.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
