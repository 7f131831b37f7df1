package dev.easel.diffusion.scheduler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SchedulerSettingsTest {

    @Test
    void everyKeyThatCountsIsRead() {
        SchedulerSettings settings = read("""
                {'_class_name': 'DPMSolverMultistepScheduler', '_diffusers_version': '0.30.0',
                 'num_train_timesteps': 4, 'beta_start': 0.1, 'beta_end': 0.2, 'beta_schedule': 'squaredcos_cap_v2',
                 'trained_betas': [0.1, 0.2, 0.3, 0.4], 'rescale_betas_zero_snr': true,
                 'prediction_type': 'v_prediction', 'timestep_spacing': 'trailing', 'steps_offset': 3,
                 'use_karras_sigmas': true, 'solver_order': 1, 'solver_type': 'heun', 'lower_order_final': false,
                 'euler_at_final': true, 'final_sigmas_type': 'sigma_min', 'set_alpha_to_one': false,
                 'clip_sample': true, 'clip_sample_range': 2.5, 'original_inference_steps': 2, 'timestep_scaling': 5}
                """);
        TrainingNoise noise =
                new TrainingNoise(4, BetaSchedule.SQUARED_COSINE, 0.1, 0.2, List.of(0.1, 0.2, 0.3, 0.4), true);
        SolverSettings solver =
                new SolverSettings(1, SolverType.HEUN, false, true, true, false, OptionalDouble.of(2.5), 2, 5);
        assertEquals(
                new SchedulerSettings(
                        SchedulerKind.DPM_SOLVER_KARRAS,
                        noise,
                        PredictionType.V_PREDICTION,
                        Optional.of(TimestepSpacing.TRAILING),
                        3,
                        solver),
                settings);
    }

    @ParameterizedTest
    @CsvSource({
        "DDIMScheduler, DDIM, LEADING, LINEAR, 0.0001, 0.02, true",
        "EulerDiscreteScheduler, EULER, LINSPACE, LINEAR, 0.0001, 0.02, true",
        "EulerAncestralDiscreteScheduler, EULER_ANCESTRAL, LINSPACE, LINEAR, 0.0001, 0.02, true",
        "DPMSolverMultistepScheduler, DPM_SOLVER, LINSPACE, LINEAR, 0.0001, 0.02, true",
        "LCMScheduler, LCM, LEADING, SCALED_LINEAR, 0.00085, 0.012, true",
        "UniPCMultistepScheduler, UNIPC, LINSPACE, LINEAR, 0.0001, 0.02, true",
        "HeunDiscreteScheduler, HEUN, LINSPACE, LINEAR, 0.00085, 0.012, true",
        "PNDMScheduler, PNDM, LEADING, LINEAR, 0.0001, 0.02, false"
    })
    void whatTheFileLeavesOutIsAsInDiffusers(
            String className,
            SchedulerKind kind,
            TimestepSpacing spacing,
            BetaSchedule schedule,
            double from,
            double to,
            boolean alphaToOne) {
        SchedulerSettings settings = read("{'_class_name': '%s', 'skip_prk_steps': true}".formatted(className));
        assertEquals(kind, settings.kind());
        assertEquals(spacing, settings.spacing());
        assertEquals(new TrainingNoise(1000, schedule, from, to, List.of(), false), settings.noise());
        assertEquals(PredictionType.EPSILON, settings.prediction());
        assertEquals(0, settings.stepsOffset());
        assertEquals(
                new SolverSettings(
                        2, SolverType.MIDPOINT, true, false, false, alphaToOne, OptionalDouble.empty(), 50, 10),
                settings.solver());
    }

    @Test
    void nullIsAsGoodAsAbsent() {
        assertEquals(read("{'_class_name': 'DDIMScheduler'}"), read("""
                {'_class_name': 'DDIMScheduler', 'trained_betas': null, 'timestep_spacing': null, 'steps_offset': null,
                 'sigma_min': null, 'solver_p': null, 'variance_type': null, 'clip_sample': null, 'beta_start': null}
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'_diffusers_version': '0.37.0'",
                "'_use_default_values': ['timestep_spacing']",
                "'sample_max_value': 1.0",
                "'dynamic_thresholding_ratio': 0.995",
                "'flow_shift': 1.0",
                "'something_of_tomorrow': {'a': 1}",
                "'thresholding': false",
                "'interpolation_type': 'linear'",
                "'timestep_type': 'discrete'",
                "'algorithm_type': 'dpmsolver++'",
                "'lambda_min_clipped': -Infinity",
                "'disable_corrector': []",
                "'predict_x0': true",
                "'use_lu_lambdas': false",
                "'variance_type': 'fixed_small'",
                "'solver_type': 'logrho'"
            })
    void whatDoesNotChangeThePictureIsNoFault(String key) {
        read("{'_class_name': 'UniPCMultistepScheduler', %s}".formatted(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'solver_order': 3",
                "'algorithm_type': 'sde-dpmsolver++'",
                "'predict_x0': false",
                "'lambda_min_clipped': -5.1",
                "'disable_corrector': [0]",
                "'skip_prk_steps': false"
            })
    void whatOnlyOtherKindsHeedIsNoFault(String key) {
        read("{'_class_name': 'EulerDiscreteScheduler', %s}".formatted(key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'solver_order': 3                     | solver_order is 3; it must be a whole number from 1 to 2
            'solver_order': 2.5                   | solver_order is 2.5; it must be a whole number from 1 to 2
            'solver_type': 'rk'                   | solver_type is "rk"; it must be one of midpoint, heun, logrho, bh1, bh2
            'algorithm_type': 'sde-dpmsolver++'   | algorithm_type is "sde-dpmsolver++"; it must be dpmsolver++
            'predict_x0': false                   | predict_x0 is false; it must be true
            'lambda_min_clipped': -5.1            | lambda_min_clipped is -5.1; it must be -Infinity
            'disable_corrector': [0]              | disable_corrector is [0]; it must be an empty list
            'variance_type': 'learned_range'      | variance_type is "learned_range"; it must be a fixed one or absent
            'use_lu_lambdas': true                | use_lu_lambdas is true; it must be false
            'use_exponential_sigmas': true        | use_exponential_sigmas is true; it must be false
            'use_beta_sigmas': true               | use_beta_sigmas is true; it must be false
            'use_flow_sigmas': true               | use_flow_sigmas is true; it must be false
            'use_dynamic_shifting': true          | use_dynamic_shifting is true; it must be false
            'thresholding': true                  | thresholding is true; it must be false
            'sigma_min': 0.03                     | sigma_min is 0.03; it must be null or absent
            'sigma_max': 14.6                     | sigma_max is 14.6; it must be null or absent
            'solver_p': {}                        | solver_p is {}; it must be null or absent
            'interpolation_type': 'log_linear'    | interpolation_type is "log_linear"; it must be linear
            'timestep_type': 'continuous'         | timestep_type is "continuous"; it must be discrete
            'prediction_type': 'flow_prediction'  | prediction_type is "flow_prediction"; it must be one of epsilon, sample, v_prediction
            'timestep_spacing': 'even'            | timestep_spacing is "even"; it must be one of leading, trailing, linspace
            'beta_schedule': 'exp'                | beta_schedule is "exp"; it must be one of linear, scaled_linear, squaredcos_cap_v2
            'beta_start': 0                       | beta_start is 0; it must be a number above 0.0 and below 1.0
            'beta_end': 1                         | beta_end is 1; it must be a number above 0.0 and below 1.0
            'beta_end': 'much'                    | beta_end is "much"; it must be a number above 0.0 and below 1.0
            'num_train_timesteps': 1              | num_train_timesteps is 1; it must be a whole number from 2 to 100000
            'num_train_timesteps': '1000'         | num_train_timesteps is "1000"; it must be a whole number from 2 to 100000
            'trained_betas': [0.1, 0.2]           | trained_betas is [0.1,0.2]; it must be a list of num_train_timesteps = 1000 numbers, each above 0 and below 1
            'steps_offset': 1000                  | steps_offset is 1000; it must be a whole number from 0 to 999
            'steps_offset': 4294967297            | steps_offset is 4294967297; it must be a whole number from 0 to 999
            'set_alpha_to_one': 1                 | set_alpha_to_one is 1; it must be true or false
            'clip_sample_range': 0                | clip_sample_range is 0; it must be a finite number above 0.0
            'timestep_scaling': Infinity          | timestep_scaling is "Infinity"; it must be a finite number above 0.0
            'timestep_scaling': NaN               | timestep_scaling is "NaN"; it must be a finite number above 0.0
            'original_inference_steps': 1001      | original_inference_steps is 1001; it must be a whole number from 1 to 1000
            'final_sigmas_type': 'none'           | final_sigmas_type is "none"; it must be one of zero, sigma_min
            """)
    void aFaultNamesTheKeyAndWhatWasGivenAndWhatIsAllowed(String key, String fault) {
        assertEquals(List.of(fault), faults("{'_class_name': 'UniPCMultistepScheduler', %s}".formatted(key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DDIMScheduler", "PNDMScheduler", "LCMScheduler", "EulerAncestralDiscreteScheduler"})
    void karrasNoiseLevelsAreRefusedWhereThereAreNone(String className) {
        List<String> faults =
                faults("{'_class_name': '%s', 'skip_prk_steps': true, 'use_karras_sigmas': true}".formatted(className));
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).startsWith("use_karras_sigmas is true; it must be false for "), faults.get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'_class_name': 'PNDMScheduler'}                          | skip_prk_steps is missing; it must be true, since false is its default and can't be had
            {'_class_name': 'PNDMScheduler', 'skip_prk_steps': false} | skip_prk_steps is false; it must be true
            """)
    void stepsOfRungeAndKuttaAreRefused(String json, String fault) {
        assertEquals(List.of(fault), faults(json));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        List<String> faults = faults("""
                {'_class_name': 'KDPM2DiscreteScheduler', 'beta_start': -1, 'prediction_type': 'x', 'steps_offset': true,
                 'thresholding': true, 'use_karras_sigmas': 1, 'trained_betas': [], 'clip_sample': 'yes'}
                """);
        assertEquals(
                List.of(
                        "_class_name",
                        "beta_start",
                        "clip_sample",
                        "prediction_type",
                        "steps_offset",
                        "thresholding",
                        "trained_betas",
                        "use_karras_sigmas"),
                faults.stream()
                        .map(fault -> fault.substring(0, fault.indexOf(' ')))
                        .sorted()
                        .toList());
    }

    @Test
    void anUnknownClassIsRefusedWithThoseThatAreKnown() {
        assertEquals(
                List.of("_class_name is \"DEISMultistepScheduler\"; it must be one of DDIMScheduler, "
                        + "EulerDiscreteScheduler, EulerAncestralDiscreteScheduler, DPMSolverMultistepScheduler, "
                        + "PNDMScheduler, LCMScheduler, UniPCMultistepScheduler, HeunDiscreteScheduler"),
                faults("{'_class_name': 'DEISMultistepScheduler'}"));
        assertTrue(faults("{}").get(0).startsWith("_class_name is missing; it must be one of DDIMScheduler, "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "'DDIMScheduler'", "1"})
    void whatIsNoObjectIsOneFault(String json) {
        List<String> faults = faults(json);
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).startsWith("a scheduler's configuration must be a JSON object, but is "));
    }

    @Test
    void longValuesAreShortenedInFaults() {
        List<Double> betas = Collections.nCopies(500, 0.1);
        String fault = faults("{'_class_name': 'DDIMScheduler', 'trained_betas': %s}".formatted(betas))
                .get(0);
        assertTrue(fault.length() < 250, fault);
    }

    @Test
    void anOverrideKeepsWhatTheFileSaysOfTheModel() {
        SchedulerSettings file = SchedulerFixture.settings(
                "DDIMScheduler",
                "'prediction_type': 'v_prediction', 'rescale_betas_zero_snr': true, 'timestep_spacing': 'trailing',"
                        + " 'steps_offset': 1");
        for (SchedulerKind kind : SchedulerKind.values()) {
            SchedulerSettings overridden = file.with(kind);
            assertEquals(kind, overridden.kind());
            assertEquals(file, overridden.with(file.kind()));
            assertEquals(file.noise(), overridden.noise());
            assertEquals(file.prediction(), overridden.prediction());
            assertEquals(TimestepSpacing.TRAILING, overridden.spacing());
        }
    }

    @Test
    void anOverrideTakesItsOwnSpacingIfTheFileStatesNone() {
        SchedulerSettings file = SchedulerFixture.settings("PNDMScheduler", "'steps_offset': 1");
        assertEquals(TimestepSpacing.LEADING, file.spacing());
        assertEquals(TimestepSpacing.LINSPACE, file.with(SchedulerKind.EULER).spacing());
    }

    @Test
    void everyKindIsNamedAndFoundByItsName() {
        assertEquals(
                "ddim, euler, euler-karras, euler-ancestral, dpm-solver++, dpm-solver++-karras, pndm, lcm, unipc,"
                        + " unipc-karras, heun, heun-karras",
                SchedulerKind.names());
        for (SchedulerKind kind : SchedulerKind.values()) {
            assertEquals(Optional.of(kind), SchedulerKind.named(kind.configurationName()));
        }
        assertEquals(Optional.empty(), SchedulerKind.named("DDIM"));
    }

    @Test
    void aSchedulerCanBeSwitchedToKarrasNoiseLevelsAndBack() {
        SchedulerSettings plain = SchedulerFixture.settings("DPMSolverMultistepScheduler", "");
        SchedulerSettings karras =
                SchedulerFixture.settings("DPMSolverMultistepScheduler", "'use_karras_sigmas': true");
        assertFalse(plain.equals(karras));
        assertEquals(karras, plain.with(SchedulerKind.DPM_SOLVER_KARRAS));
        assertEquals(plain, karras.with(SchedulerKind.DPM_SOLVER));
    }

    private static SchedulerSettings read(String json) {
        List<String> faults = new ArrayList<>();
        Optional<SchedulerSettings> settings = SchedulerSettings.read(SchedulerFixture.json(json), faults::add);
        assertEquals(List.of(), faults);
        return settings.orElseThrow();
    }

    private static List<String> faults(String json) {
        List<String> faults = new ArrayList<>();
        assertEquals(Optional.empty(), SchedulerSettings.read(SchedulerFixture.json(json), faults::add));
        return faults;
    }
}
