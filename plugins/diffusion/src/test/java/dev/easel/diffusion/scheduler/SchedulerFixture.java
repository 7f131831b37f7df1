package dev.easel.diffusion.scheduler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.easel.diffusion.noise.NoiseSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Settings from short texts, and the loop that a pipeline makes. */
final class SchedulerFixture {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** What Stable Diffusion was trained with. */
    private static final String STABLE_DIFFUSION =
            "'beta_schedule': 'scaled_linear', 'beta_start': 0.00085, 'beta_end': 0.012, 'skip_prk_steps': true";

    private SchedulerFixture() {}

    /** A model: what it answers to a sample at a time. */
    interface Model {
        float[] answer(float[] input, double timestep);
    }

    static SchedulerSettings settings(String className, String more) {
        List<String> faults = new ArrayList<>();
        String separator = more.isEmpty() ? "" : ", ";
        String json = "{'_class_name': '%s', %s%s%s}".formatted(className, STABLE_DIFFUSION, separator, more);
        return SchedulerSettings.read(json(json), faults::add).orElseThrow(() -> new AssertionError(faults.toString()));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static float[] denoise(Denoising denoising, float[] first, Model model, NoiseSource noise) {
        float[] sample = first;
        for (int call = 0; call < denoising.calls(); call++) {
            float[] output = model.answer(denoising.modelInput(call, sample), denoising.timestep(call));
            sample = denoising.step(call, sample, output, noise);
        }
        return sample;
    }

    /** Starts with noise as a pipeline does. */
    static float[] generate(Denoising denoising, int size, Model model, long seed) {
        NoiseSource noise = gaussian(seed);
        float[] first =
                Blend.of(denoising.initialNoiseScale(), noise.draw(size)).values();
        return denoise(denoising, first, model, noise);
    }

    static double[] numbers(String separatedBySpaces) {
        return Arrays.stream(separatedBySpaces.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static double[] times(Denoising denoising) {
        return IntStream.range(0, denoising.calls())
                .mapToDouble(denoising::timestep)
                .toArray();
    }

    static NoiseSource gaussian(long seed) {
        Random random = new Random(seed);
        return size -> {
            float[] numbers = new float[size];
            for (int i = 0; i < size; i++) {
                numbers[i] = (float) random.nextGaussian();
            }
            return numbers;
        };
    }

    static NoiseSource none() {
        return size -> {
            throw new AssertionError("this rule draws no noise");
        };
    }
}
