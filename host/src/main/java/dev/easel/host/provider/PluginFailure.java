package dev.easel.host.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call into a plugin failed.
 *
 * <p>Holds a description and the stack trace of what the plugin threw, but not the exception itself: that may be of a
 * class of the plugin, which would keep the plugin's class loader alive and have the plugin's code run wherever the
 * message is read.
 */
final class PluginFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    private PluginFailure(String problem) {
        super(problem, null, false, true);
        this.problem = problem;
    }

    /** Returns what went wrong, as a sentence without its subject and full stop. */
    String problem() {
        return problem;
    }

    /** Describes what a plugin threw; to be called on the plugin's thread. */
    static PluginFailure threw(Throwable thrown) {
        try {
            return describe(thrown);
        } catch (Throwable inDescription) {
            return new PluginFailure("threw " + thrown.getClass().getName() + ", which cannot be printed");
        }
    }

    static PluginFailure noAnswer(Duration timeout) {
        return new PluginFailure("did not answer within " + inWords(timeout));
    }

    static PluginFailure because(String sentence) {
        return new PluginFailure(sentence);
    }

    private static PluginFailure describe(Throwable thrown) {
        Throwable root = rootOf(thrown);
        String text = "threw " + print(thrown) + (root == thrown ? "" : ", caused by " + print(root)) + adviceOn(root);
        PluginFailure failure = new PluginFailure(text);
        failure.setStackTrace(root.getStackTrace());
        return failure;
    }

    private static String adviceOn(Throwable root) {
        boolean classMissing = root instanceof ClassNotFoundException || root instanceof LinkageError;
        return classMissing
                ? " (the jar lacks a class or has it in another version: pack all that the plugin needs into its jar, "
                        + "except the plugin API, PF4J and SLF4J)"
                : "";
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        // Bounded, as a chain of causes may be a circle.
        for (int depth = 0; depth < 20; depth++) {
            @Nullable Throwable cause = root.getCause();
            if (cause == null) {
                break;
            }
            root = cause;
        }
        return root;
    }

    private static String print(Throwable thrown) {
        String message = thrown.getMessage();
        return thrown.getClass().getName() + (message == null ? "" : ": " + message);
    }

    private static String inWords(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
