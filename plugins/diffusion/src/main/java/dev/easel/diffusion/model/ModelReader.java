package dev.easel.diffusion.model;

import dev.easel.diffusion.scheduler.SchedulerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads model directories in the layout of diffusers' and Optimum's ONNX exports and finds everything that is wrong; no
 * weights are loaded. For use by one thread and one directory.
 */
public final class ModelReader {
    private final Path folder;
    private final boolean wantsSafetyChecker;
    /** One mistake can be found from two sides. */
    private final Set<String> faults = new LinkedHashSet<>();

    private final ModelFiles files;

    /**
     * Makes one.
     *
     * @param folder the directory
     * @param wantsSafetyChecker whether {@code safety_checker} is read too, and must be there
     */
    public ModelReader(Path folder, boolean wantsSafetyChecker) {
        this.folder = folder;
        this.wantsSafetyChecker = wantsSafetyChecker;
        files = new ModelFiles(folder, faults::add);
    }

    /**
     * Reads everything.
     *
     * @return the model, or all that is wrong
     */
    public ModelReading read() {
        if (!Files.isDirectory(folder)) {
            return new ModelReading.Faulty(List.of("%s is %s; name the directory that holds model_index.json."
                    .formatted(folder, Files.exists(folder) ? "no directory" : "missing")));
        }
        Optional<DiffusionModel> model = parts();
        return model.isPresent() && faults.isEmpty()
                ? new ModelReading.Usable(model.get())
                : new ModelReading.Faulty(new ArrayList<>(faults));
    }

    private Optional<DiffusionModel> parts() {
        Optional<JsonSettings> index = files.settings("model_index.json");
        boolean isXl = FamilyFinder.isXl(files, index);
        Optional<JsonSettings> schedulerFile = files.settings("scheduler/scheduler_config.json");
        Optional<SchedulerSettings> scheduler = schedulerFile.flatMap(
                file -> SchedulerSettings.read(file.values(), fault -> files.fault(file.file() + ": " + fault)));
        Optional<UnetReader.Found> unet = new UnetReader(files, isXl).read();
        List<TextEncoder> encoders = textEncoders(isXl, unet);
        OptionalInt channels =
                unet.map(found -> OptionalInt.of(found.unet().channels())).orElseGet(OptionalInt::empty);
        Optional<ImageDecoder> decoder = new DecoderReader(files).read(channels);
        Optional<SafetyChecker> checker = wantsSafetyChecker ? new SafetyCheckerReader(files).read() : Optional.empty();
        boolean lacksPart = index.isEmpty() || unet.isEmpty() || decoder.isEmpty() || scheduler.isEmpty();
        if (lacksPart || encoders.size() < (isXl ? 2 : 1)) {
            return Optional.empty();
        }
        new TextWidths(files, unet.get()).check(encoders);
        boolean hasGuidanceInput = unet.get().unet().guidance().isPresent();
        return Optional.of(new DiffusionModel(
                folder,
                FamilyFinder.family(isXl, hasGuidanceInput, schedulerFile.orElseThrow()),
                encoders,
                unet.get().unet(),
                decoder.get(),
                checker,
                scheduler.get(),
                isXl && index.orElseThrow().flag("force_zeros_for_empty_prompt", true)));
    }

    private List<TextEncoder> textEncoders(boolean isXl, Optional<UnetReader.Found> unet) {
        TextEncoderReader reader = new TextEncoderReader(files, isXl);
        List<TextEncoder> encoders = new ArrayList<>();
        if (isXl) {
            reader.read("", OptionalInt.empty()).ifPresent(encoders::add);
            reader.read("_2", OptionalInt.empty()).ifPresent(encoders::add);
        } else {
            OptionalInt width = unet.map(UnetReader.Found::contextWidth).orElseGet(OptionalInt::empty);
            reader.read("", width).ifPresent(encoders::add);
        }
        return encoders;
    }
}
