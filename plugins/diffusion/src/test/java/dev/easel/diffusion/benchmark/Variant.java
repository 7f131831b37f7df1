package dev.easel.diffusion.benchmark;

import dev.easel.diffusion.onnx.Device;
import dev.easel.diffusion.onnx.GraphOptimization;
import dev.easel.diffusion.onnx.SessionSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is measured.
 *
 * @param name for people
 * @param sessions how graphs are loaded and computed
 * @param images how many at once
 */
record Variant(String name, SessionSettings sessions, int images) {

    static Variant usual() {
        return new Variant("as by default", SessionSettings.on(Device.CPU), 1);
    }

    Variant images(String otherName, int others) {
        return new Variant(otherName, sessions, others);
    }

    Variant threads(String otherName, int threads, boolean spinning) {
        return with(
                otherName,
                new SessionSettings(
                        sessions.device(),
                        threads,
                        spinning,
                        sessions.arena(),
                        sessions.memoryPattern(),
                        sessions.optimization(),
                        sessions.optimizedGraphs()));
    }

    Variant memory(String otherName, boolean arena, boolean pattern) {
        return with(
                otherName,
                new SessionSettings(
                        sessions.device(),
                        sessions.threads(),
                        sessions.spinning(),
                        arena,
                        pattern,
                        sessions.optimization(),
                        sessions.optimizedGraphs()));
    }

    Variant optimized(String otherName, GraphOptimization level, Optional<Path> folder) {
        return with(
                otherName,
                new SessionSettings(
                        sessions.device(),
                        sessions.threads(),
                        sessions.spinning(),
                        sessions.arena(),
                        sessions.memoryPattern(),
                        level,
                        folder));
    }

    Variant named(String otherName) {
        return with(otherName, sessions);
    }

    private Variant with(String otherName, SessionSettings others) {
        return new Variant(otherName, others, images);
    }
}
