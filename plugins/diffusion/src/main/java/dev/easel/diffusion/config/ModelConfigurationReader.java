package dev.easel.diffusion.config;

import dev.easel.api.plugin.PluginConfiguration;
import dev.easel.diffusion.onnx.Device;
import dev.easel.diffusion.onnx.SessionSettings;
import dev.easel.diffusion.pipeline.PipelineSettings;
import dev.easel.diffusion.scheduler.SchedulerKind;
import dev.easel.diffusion.tokenizer.LongPrompt;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the configuration of one model and finds everything that is wrong with it; for use by one thread. */
public final class ModelConfigurationReader {
    private static final int MOST_STEPS = 1000;
    private static final double MOST_GUIDANCE = 100;
    private static final int MOST_PIXELS = 8192;
    private static final int MOST_THREADS = 1024;
    private static final long LARGEST_SEED = (1L << 32) - 1;

    private final ModelSection section;
    private final Path dataFolder;
    private final List<String> faults = new ArrayList<>();

    /**
     * Makes one.
     *
     * @param name the model's name
     * @param given its section
     * @param dataFolder the plugin's own folder
     */
    public ModelConfigurationReader(String name, PluginConfiguration given, Path dataFolder) {
        section = new ModelSection(name, given, faults);
        this.dataFolder = dataFolder;
    }

    /**
     * Reads everything.
     *
     * @return the model's configuration, or all that is wrong
     */
    public Reading read() {
        String name = section.name();
        if (!ModelConfiguration.isName(name)) {
            section.fault("plugin.diffusion.models holds \"" + name
                    + "\"; the name of a model has 1 to 53 characters of a-z, 0-9 and -.");
        }
        Path folder = folder();
        PictureWishes pictures = pictures();
        PipelineSettings pipeline = pipeline();
        Duration idle = idle();
        return faults.isEmpty()
                ? new Reading.Usable(new ModelConfiguration(name, folder, pictures, pipeline, idle))
                : new Reading.Faulty(name, faults);
    }

    private Path folder() {
        String text = section.text("path");
        if (text.isEmpty()) {
            section.fault(
                    "%s.path is not set; set it, or the environment variable EASEL_PLUGIN_DIFFUSION_MODELS_%s_PATH, to a directory that holds model_index.json."
                            .formatted(
                                    ModelSection.path(section.name()),
                                    section.name().toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException impossible) {
            section.fault("path", "a path");
            return dataFolder;
        }
    }

    private PictureWishes pictures() {
        return new PictureWishes(
                section.count("steps", 1, MOST_STEPS),
                section.number("guidance", 0, MOST_GUIDANCE),
                section.text("negative-prompt"),
                section.count("width", 8, MOST_PIXELS),
                section.count("height", 8, MOST_PIXELS),
                section.wholeNumber("seed", 0, LARGEST_SEED),
                scheduler(),
                section.given().bool("metadata"));
    }

    private Optional<SchedulerKind> scheduler() {
        String text = section.text("scheduler");
        Optional<SchedulerKind> kind = SchedulerKind.named(text);
        if (kind.isEmpty() && !text.isEmpty()) {
            section.fault("scheduler", "empty or one of " + SchedulerKind.names());
        }
        return kind;
    }

    private PipelineSettings pipeline() {
        LongPrompt longPrompt =
                section.oneOf("long-prompts", LongPrompt.values()).orElse(LongPrompt.CUT);
        return new PipelineSettings(
                sessions(), longPrompt, memory(), section.given().bool("safety-checker"));
    }

    private SessionSettings sessions() {
        SessionSettings usual =
                SessionSettings.on(section.oneOf("device", Device.values()).orElse(Device.CPU));
        int threads = section.given().integer("threads");
        if (threads < 0 || threads > MOST_THREADS) {
            section.fault("%s.threads is %d; it must be 0, for all cores but one, or 1 to %d."
                    .formatted(ModelSection.path(section.name()), threads, MOST_THREADS));
        }
        boolean keepsGraphs = section.given().bool("optimized-cache");
        return new SessionSettings(
                usual.device(),
                threads > 0 ? threads : usual.threads(),
                usual.spinning(),
                usual.arena(),
                usual.memoryPattern(),
                usual.optimization(),
                keepsGraphs ? Optional.of(dataFolder.resolve("optimized")) : Optional.empty());
    }

    private long memory() {
        OptionalLong bytes = MemorySize.parse(section.text("memory"));
        if (bytes.isEmpty()) {
            section.fault("memory", "a size such as 2 GiB or 512 MiB, or a whole number of MiB");
        }
        return bytes.orElse(0);
    }

    private Duration idle() {
        Duration idle = section.given().duration("idle");
        if (idle.compareTo(Duration.ofSeconds(1)) < 0) {
            section.fault("%s.idle is %d ms; it must be at least 1s."
                    .formatted(ModelSection.path(section.name()), idle.toMillis()));
        }
        return idle;
    }
}
