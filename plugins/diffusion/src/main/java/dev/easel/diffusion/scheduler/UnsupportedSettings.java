package dev.easel.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What diffusers can do and Easel can't: each would change the picture, so it is a fault where it is asked for. */
final class UnsupportedSettings {
    private static final List<String> FLAGS = List.of(
            "thresholding",
            "use_exponential_sigmas",
            "use_beta_sigmas",
            "use_lu_lambdas",
            "use_flow_sigmas",
            "use_dynamic_shifting");
    private static final List<String> VALUES = List.of("sigma_min", "sigma_max", "solver_p", "shift_terminal");

    private final ConfigNode config;

    private UnsupportedSettings(ConfigNode config) {
        this.config = config;
    }

    /** Tells what is asked for and can't be had; what counts for one kind only is checked if that kind is known. */
    static void check(ConfigNode config, Optional<SchedulerKind> kind) {
        UnsupportedSettings settings = new UnsupportedSettings(config);
        FLAGS.forEach(key -> settings.mustBe(key, "false"));
        VALUES.forEach(key -> config.value(key).ifPresent(value -> config.fault(key, value, "null or absent")));
        settings.mustBe("interpolation_type", "linear");
        settings.mustBe("timestep_type", "discrete");
        if (kind.equals(Optional.of(SchedulerKind.PNDM))) {
            settings.checkRungeKutta();
        }
        if (kind.filter(UnsupportedSettings::isMultistep).isPresent()) {
            settings.checkMultistep();
        }
    }

    static boolean isMultistep(SchedulerKind kind) {
        return switch (kind) {
            case DPM_SOLVER, DPM_SOLVER_KARRAS, UNIPC, UNIPC_KARRAS -> true;
            default -> false;
        };
    }

    private void checkRungeKutta() {
        String key = "skip_prk_steps";
        mustBe(key, "true");
        if (config.value(key).isEmpty()) {
            config.missing(key, "true, since false is its default and can't be had");
        }
    }

    private void checkMultistep() {
        mustBe("algorithm_type", "dpmsolver++");
        mustBe("predict_x0", "true");
        mustBe("lambda_min_clipped", "-Infinity");
        must("disable_corrector", JsonNode::isEmpty, "an empty list");
        must("variance_type", value -> !value.asText().startsWith("learned"), "a fixed one or absent");
    }

    private void mustBe(String key, String allowed) {
        must(key, value -> value.asText().equals(allowed), allowed);
    }

    private void must(String key, Predicate<JsonNode> fits, String allowed) {
        config.accepted(key, fits, allowed);
    }
}
