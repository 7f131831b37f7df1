package dev.easel.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What {@code scheduler/scheduler_config.json} says; immutable.
 *
 * @param kind which rule makes the steps
 * @param noise the noise that the model was trained with
 * @param prediction what the model answers
 * @param statedSpacing how the file spaces the steps; empty where it leaves that to the kind
 * @param stepsOffset what is added to times of leading spacing, from 0 to the number of training steps − 1
 * @param solver how the rule steps
 */
public record SchedulerSettings(
        SchedulerKind kind,
        TrainingNoise noise,
        PredictionType prediction,
        Optional<TimestepSpacing> statedSpacing,
        int stepsOffset,
        SolverSettings solver) {

    /**
     * Reads the settings as diffusers understands them, with its defaults for keys that are absent or null. Keys that
     * none of the kinds knows are no faults, nor are those that only other kinds heed. One default differs: without
     * {@code clip_sample}, nothing is clipped, since latents have no bounds.
     *
     * @param config the file; diffusers writes {@code -Infinity} into it, which Jackson's parser has to be told to
     *     allow
     * @param faults told every fault: the key, what was given and what is allowed
     * @return empty if there were faults
     */
    public static Optional<SchedulerSettings> read(JsonNode config, Consumer<String> faults) {
        return new SettingsReader(config, faults).read();
    }

    /**
     * Returns settings for another rule and the same model: all else stays as the file says. If the file states no
     * spacing, it becomes the other kind's.
     *
     * @param other the rule, with or without Karras' noise levels
     * @return the settings
     */
    public SchedulerSettings with(SchedulerKind other) {
        return new SchedulerSettings(other, noise, prediction, statedSpacing, stepsOffset, solver);
    }

    /**
     * Returns how the steps are spaced.
     *
     * @return the stated spacing, else the kind's
     */
    public TimestepSpacing spacing() {
        return statedSpacing.orElse(kind.defaultSpacing());
    }
}
