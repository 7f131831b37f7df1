package dev.easel.diffusion.onnx;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How graphs are loaded and computed.
 *
 * @param device what computes
 * @param threads how many threads compute a graph, at least 1; the one that asks is one of them
 * @param spinning whether idle threads wait by burning processor time, which is a little faster where nothing else runs
 * @param arena whether the runtime keeps the memory it got for the next call, which is faster and keeps more memory
 * @param memoryPattern whether the runtime remembers how much memory a call of the same shapes needs, and gets it at
 *     once
 * @param optimization how far graphs are rewritten
 * @param optimizedGraphs a folder where rewritten graphs are kept, so that they load faster the next time; empty for
 *     none. They fit this machine only, and take as much space as the model
 */
public record SessionSettings(
        Device device,
        int threads,
        boolean spinning,
        boolean arena,
        boolean memoryPattern,
        GraphOptimization optimization,
        Optional<Path> optimizedGraphs) {

    /**
     * Checks the number of threads.
     *
     * @throws IllegalArgumentException if there are less than 1
     */
    public SessionSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", but must be at least 1");
        }
    }

    /**
     * Returns what fits a machine that has other things to do, too.
     *
     * @param device what computes
     * @return the settings, with {@link #threadsByDefault()} threads
     */
    public static SessionSettings on(Device device) {
        return new SessionSettings(
                device, threadsByDefault(), false, true, true, GraphOptimization.ALL, Optional.empty());
    }

    /**
     * Leaves one core to those who ask for pictures and look at them.
     *
     * @return one less than there are processors, at least 1
     */
    public static int threadsByDefault() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
