package dev.easel.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Reads {@code scheduler_config.json} with all its faults. */
final class SettingsReader {
    private static final String CLASS = "_class_name";
    private static final String KARRAS = "use_karras_sigmas";
    private static final int MOST_TRAINING_STEPS = 100_000;

    private final JsonNode file;
    private final Consumer<String> faults;
    private final ConfigNode config;
    private boolean faulty;

    SettingsReader(JsonNode file, Consumer<String> faults) {
        this.file = file;
        this.faults = faults;
        this.config = new ConfigNode(file, this::fault);
    }

    Optional<SchedulerSettings> read() {
        if (!file.isObject()) {
            fault("a scheduler's configuration must be a JSON object, but is " + file.getNodeType());
            return Optional.empty();
        }
        Optional<SchedulerKind> stated = kind();
        SchedulerKind kind = stated.orElse(SchedulerKind.DDIM);
        UnsupportedSettings.check(config, stated);
        TrainingNoise noise = noise(kind);
        SchedulerSettings settings = new SchedulerSettings(
                kind,
                noise,
                config.choice("prediction_type", PredictionType.values()).orElse(PredictionType.EPSILON),
                config.choice("timestep_spacing", TimestepSpacing.values()),
                config.integer("steps_offset", 0, 0, noise.steps() - 1),
                solver(kind, noise.steps()));
        return faulty ? Optional.empty() : Optional.of(settings);
    }

    private Optional<SchedulerKind> kind() {
        boolean karras = config.flag(KARRAS, false);
        String allowed = "one of " + SchedulerKind.classNames();
        if (config.value(CLASS).isEmpty()) {
            config.missing(CLASS, allowed);
        }
        return config.accepted(
                        CLASS, value -> SchedulerKind.ofClass(value.asText()).isPresent(), allowed)
                .flatMap(value -> SchedulerKind.ofClass(value.asText()))
                .map(kind -> karras ? withKarras(kind) : kind);
    }

    private SchedulerKind withKarras(SchedulerKind kind) {
        return kind.withKarras().orElseGet(() -> {
            fault("%s is true; it must be false for %s".formatted(KARRAS, kind.configurationName()));
            return kind;
        });
    }

    private TrainingNoise noise(SchedulerKind kind) {
        boolean gentle = switch (kind) {
            case LCM, HEUN, HEUN_KARRAS -> true;
            default -> false;
        };
        int steps = config.integer("num_train_timesteps", 1000, 2, MOST_TRAINING_STEPS);
        return new TrainingNoise(
                steps,
                config.choice("beta_schedule", BetaSchedule.values())
                        .orElse(kind == SchedulerKind.LCM ? BetaSchedule.SCALED_LINEAR : BetaSchedule.LINEAR),
                config.number("beta_start", gentle ? 0.00085 : 0.0001, 0, 1),
                config.number("beta_end", gentle ? 0.012 : 0.02, 0, 1),
                trainedBetas(steps),
                config.flag("rescale_betas_zero_snr", false));
    }

    private List<Double> trainedBetas(int steps) {
        return config.accepted(
                        "trained_betas",
                        value -> value.isArray()
                                && value.size() == steps
                                && elements(value).stream().allMatch(beta -> ConfigNode.isBetween(beta, 0, 1)),
                        "a list of num_train_timesteps = %d numbers, each above 0 and below 1".formatted(steps))
                .map(value ->
                        elements(value).stream().map(JsonNode::doubleValue).toList())
                .orElse(List.of());
    }

    private SolverSettings solver(SchedulerKind kind, int trainingSteps) {
        return new SolverSettings(
                UnsupportedSettings.isMultistep(kind) ? config.integer("solver_order", 2, 1, 2) : 2,
                config.choice("solver_type", SolverType.values()).orElse(SolverType.MIDPOINT),
                config.flag("lower_order_final", true),
                config.flag("euler_at_final", false),
                endsAtSmallestSigma(),
                config.flag("set_alpha_to_one", kind != SchedulerKind.PNDM),
                clipRange(),
                config.integer("original_inference_steps", Math.min(50, trainingSteps), 1, trainingSteps),
                config.number("timestep_scaling", 10, 0, Double.POSITIVE_INFINITY));
    }

    private boolean endsAtSmallestSigma() {
        String smallest = "sigma_min";
        return config.accepted(
                        "final_sigmas_type",
                        value -> List.of("zero", smallest).contains(value.asText()),
                        "one of zero, " + smallest)
                .filter(value -> value.asText().equals(smallest))
                .isPresent();
    }

    private OptionalDouble clipRange() {
        double range = config.number("clip_sample_range", 1, 0, Double.POSITIVE_INFINITY);
        return config.flag("clip_sample", false) ? OptionalDouble.of(range) : OptionalDouble.empty();
    }

    private void fault(String message) {
        faulty = true;
        faults.accept(message);
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
