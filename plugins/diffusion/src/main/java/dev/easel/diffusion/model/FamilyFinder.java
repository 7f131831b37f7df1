package dev.easel.diffusion.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells of which family a model is, by what its files say. */
final class FamilyFinder {
    /**
     * The pipelines of diffusers and Optimum that text is made into images with, and whether they are those of SDXL.
     */
    private static final Map<String, Boolean> PIPELINES = Map.ofEntries(
            Map.entry("StableDiffusionPipeline", false),
            Map.entry("OnnxStableDiffusionPipeline", false),
            Map.entry("StableDiffusionOnnxPipeline", false),
            Map.entry("ORTStableDiffusionPipeline", false),
            Map.entry("LatentConsistencyModelPipeline", false),
            Map.entry("ORTLatentConsistencyModelPipeline", false),
            Map.entry("StableDiffusionXLPipeline", true),
            Map.entry("ORTStableDiffusionXLPipeline", true));

    private static final Set<String> SCHEDULERS_OF_TURBO =
            Set.of("EulerDiscreteScheduler", "EulerAncestralDiscreteScheduler");

    private FamilyFinder() {}

    /** Tells whether a model is of the kind of SDXL, with two text encoders; a pipeline not understood is told. */
    static boolean isXl(ModelFiles files, Optional<JsonSettings> index) {
        Optional<String> pipeline = index.flatMap(settings -> settings.text("_class_name"));
        if (index.isPresent() && pipeline.filter(PIPELINES::containsKey).isEmpty()) {
            files.fault("%s has the _class_name %s; understood are %s. Take a model for one of these."
                    .formatted(
                            index.get().file(),
                            pipeline.orElse("null"),
                            String.join(", ", new TreeSet<>(PIPELINES.keySet()))));
        }
        return pipeline.map(PIPELINES::get).orElseGet(() -> files.has("text_encoder_2"));
    }

    /** Finds the family. */
    static Family family(boolean isXl, boolean hasGuidanceInput, JsonSettings scheduler) {
        String schedulerName = scheduler.text("_class_name").orElse("");
        if (hasGuidanceInput || schedulerName.equals("LCMScheduler")) {
            return Family.LCM;
        }
        boolean isTurbo = SCHEDULERS_OF_TURBO.contains(schedulerName)
                && scheduler.text("timestep_spacing").filter("trailing"::equals).isPresent();
        if (isXl) {
            return isTurbo ? Family.SDXL_TURBO : Family.SDXL;
        }
        return isTurbo ? Family.TURBO : Family.STABLE_DIFFUSION;
    }
}
