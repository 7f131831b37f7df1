package dev.easel.diffusion.run;

import dev.easel.diffusion.config.ModelConfiguration;
import dev.easel.diffusion.config.PictureWishes;
import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.model.ModelReader;
import dev.easel.diffusion.model.ModelReading;
import dev.easel.diffusion.model.TensorSpec;
import dev.easel.diffusion.pipeline.PictureSizes;
import dev.easel.diffusion.pipeline.Recipe;
import dev.easel.diffusion.scheduler.Scheduler;
import dev.easel.diffusion.scheduler.SchedulerKind;
import dev.easel.diffusion.scheduler.SchedulerSettings;
import dev.easel.diffusion.scheduler.Schedulers;
import dev.easel.diffusion.tokenizer.LongPrompt;
import java.util.ArrayList;
import java.util.List;

/** Reads a configured model and finds what of the configuration it can't do; immutable. */
public final class ModelPreparer {
    private final ModelConfiguration configuration;

    /**
     * Makes one.
     *
     * @param configuration what is configured
     */
    public ModelPreparer(ModelConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * Reads the model's directory; takes a moment, for the tokenizers.
     *
     * @return the model, or all that is wrong
     */
    public Preparation prepare() {
        ModelReading reading =
                new ModelReader(configuration.folder(), configuration.pipeline().safetyChecker()).read();
        if (reading instanceof ModelReading.Faulty faulty) {
            return new Preparation.Faulty(faulty.faults());
        }
        return prepare(((ModelReading.Usable) reading).model());
    }

    private Preparation prepare(DiffusionModel model) {
        SchedulerSettings settings = configuration
                .pictures()
                .scheduler()
                .map(model.scheduler()::with)
                .orElse(model.scheduler());
        Scheduler scheduler = Schedulers.of(settings);
        Recipe recipe = recipe(model, settings.kind());
        List<String> faults = new ArrayList<>();
        PictureSizes.fault(model, recipe.width(), recipe.height())
                .ifPresent(fault -> faults.add(sentence("width and height", fault)));
        checkSteps(scheduler, recipe.steps(), faults);
        checkWindows(model, faults);
        return faults.isEmpty()
                ? new Preparation.Ready(
                        new PreparedModel(model, scheduler, settings.kind().configurationName(), recipe))
                : new Preparation.Faulty(faults);
    }

    private void checkSteps(Scheduler scheduler, int steps, List<String> faults) {
        try {
            scheduler.plan(steps);
        } catch (IllegalArgumentException impossible) {
            faults.add(sentence("steps", String.valueOf(impossible.getMessage())));
        }
    }

    private void checkWindows(DiffusionModel model, List<String> faults) {
        List<Long> states = model.unet().states().shape();
        boolean isFixed = states.size() == 3 && states.get(1) != TensorSpec.FREE;
        if (isFixed && configuration.pipeline().longPrompt() == LongPrompt.WINDOWS) {
            faults.add(sentence(
                    "long-prompts",
                    "it is windows, but must be cut, as %s takes prompts of %d tokens only"
                            .formatted(model.unet().graph().file(), states.get(1))));
        }
    }

    private Recipe recipe(DiffusionModel model, SchedulerKind scheduler) {
        PictureWishes wishes = configuration.pictures();
        FamilyDefaults defaults = FamilyDefaults.of(model.family(), scheduler);
        int size = PictureSizes.usual(model);
        return new Recipe(
                "",
                wishes.negativePrompt(),
                wishes.steps().orElse(defaults.steps()),
                wishes.guidance().orElse(defaults.guidance()),
                wishes.width().orElse(size),
                wishes.height().orElse(size));
    }

    private String sentence(String key, String fault) {
        return "Set " + configuration.key(key) + ": " + fault + (fault.endsWith(".") ? "" : ".");
    }
}
