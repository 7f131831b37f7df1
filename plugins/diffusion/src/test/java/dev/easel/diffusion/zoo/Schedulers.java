package dev.easel.diffusion.zoo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code scheduler_config.json} as the models of each family have it. */
final class Schedulers {
    private Schedulers() {}

    /** Of Stable Diffusion 1.5: older than most keys. */
    static ObjectNode pndm() {
        return common("PNDMScheduler", "0.6.0").put("set_alpha_to_one", false).put("skip_prk_steps", true);
    }

    /** Of Stable Diffusion 2.1 for 768 × 768 pixels. */
    static ObjectNode velocity() {
        return common("DDIMScheduler", "0.8.0")
                .put("prediction_type", "v_prediction")
                .put("set_alpha_to_one", false)
                .put("skip_prk_steps", true);
    }

    /** Of Stable Diffusion XL. */
    static ObjectNode euler(String spacing) {
        return newer("EulerDiscreteScheduler", spacing)
                .put("interpolation_type", "linear")
                .put("use_karras_sigmas", false);
    }

    /** Of SDXL-Turbo. */
    static ObjectNode eulerAncestral() {
        return newer("EulerAncestralDiscreteScheduler", "trailing").put("interpolation_type", "linear");
    }

    /** Of LCM-Dreamshaper. */
    static ObjectNode lcm() {
        return newer("LCMScheduler", "leading")
                .put("clip_sample_range", 1.0)
                .put("dynamic_thresholding_ratio", 0.995)
                .put("original_inference_steps", 50)
                .put("rescale_betas_zero_snr", false)
                .put("thresholding", false)
                .put("timestep_scaling", 10.0);
    }

    /** What many replace the first scheduler by. */
    static ObjectNode dpmSolver() {
        return newer("DPMSolverMultistepScheduler", "leading")
                .put("algorithm_type", "dpmsolver++")
                .put("lower_order_final", true)
                .put("solver_order", 2)
                .put("solver_type", "midpoint")
                .put("thresholding", false)
                .put("use_karras_sigmas", true);
    }

    private static ObjectNode newer(String name, String spacing) {
        return common(name, "0.24.0")
                .put("prediction_type", "epsilon")
                .put("sample_max_value", 1.0)
                .put("set_alpha_to_one", false)
                .put("skip_prk_steps", true)
                .put("timestep_spacing", spacing);
    }

    private static ObjectNode common(String name, String version) {
        return Json.parse("{}")
                .put("_class_name", name)
                .put("_diffusers_version", version)
                .put("beta_end", 0.012)
                .put("beta_schedule", "scaled_linear")
                .put("beta_start", 0.00085)
                .put("clip_sample", false)
                .put("num_train_timesteps", 1000)
                .put("steps_offset", 1)
                .putNull("trained_betas");
    }
}
