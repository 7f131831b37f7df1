package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.model.ModelReader;
import dev.easel.diffusion.model.ModelReading;
import dev.easel.diffusion.onnx.Device;
import dev.easel.diffusion.onnx.Graphs;
import dev.easel.diffusion.onnx.SessionSettings;
import dev.easel.diffusion.onnx.Sessions;
import dev.easel.diffusion.scheduler.Schedulers;
import dev.easel.diffusion.tokenizer.LongPrompt;
import dev.easel.diffusion.zoo.Zoo;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pipelines of tiny models. */
final class Models {
    static final SessionSettings SESSIONS = SessionSettings.on(Device.CPU);
    static final PipelineSettings SETTINGS = new PipelineSettings(SESSIONS, LongPrompt.WINDOWS, Long.MAX_VALUE, false);

    private Models() {}

    static DiffusionModel read(String name) {
        return read(Zoo.folder(name));
    }

    static DiffusionModel read(Path folder) {
        ModelReading reading = new ModelReader(folder, Files.exists(folder.resolve("safety_checker"))).read();
        if (reading instanceof ModelReading.Usable usable) {
            return usable.model();
        }
        throw new AssertionError(reading.toString());
    }

    static Pipeline pipeline(String name) {
        return pipeline(read(name), SETTINGS, new Sessions(SESSIONS));
    }

    static Pipeline pipeline(DiffusionModel model, PipelineSettings settings, Graphs graphs) {
        return new Pipeline(model, Schedulers.of(model.scheduler()), settings, graphs);
    }

    /** A small picture in few steps. */
    static Recipe recipe(double guidance) {
        return new Recipe("a red circle", "blue", 3, guidance, 64, 64);
    }
}
