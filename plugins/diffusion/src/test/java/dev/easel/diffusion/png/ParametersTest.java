package dev.easel.diffusion.png;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ParametersTest {

    @Test
    void parametersAreOneTextInTheFormThatOtherProgramsRead() {
        PngText text = parameters("blurry, low quality", 7.5, "sd-1.5").text();
        assertEquals("parameters", text.keyword());
        assertEquals("""
                a red circle,
                on blue
                Negative prompt: blurry, low quality
                Steps: 20, Sampler: Euler a, CFG scale: 7.5, Seed: 4294967296, Size: 512x768, Model: sd-1.5""", text.text());
    }

    @Test
    void withoutANegativePromptThereIsNoLineForIt() {
        assertFalse(parameters("", 7.5, "sd-1.5").text().text().contains("Negative"));
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 0", "7.50, 7.5", "10, 10", "1e-7, 0.0000001", "12.125, 12.125"})
    void theScaleIsWrittenPlainly(double guidance, String written) {
        assertTrue(parameters("", guidance, "m").text().text().contains(", CFG scale: " + written + ", "));
    }

    @Test
    void aNameThatCouldEndTheSettingIsQuoted() {
        assertTrue(parameters("", 1, "a, \"b\": c").text().text().endsWith(", Model: \"a, \\\"b\\\": c\""));
        assertTrue(parameters("", 1, "a\nb").text().text().endsWith(", Model: \"a\\nb\""));
    }

    @Test
    void promptsAreNotShownInLogs() {
        String shown = parameters("blurry", 1, "m").toString();
        assertFalse(shown.contains("circle") || shown.contains("blurry"), shown);
    }

    private static Parameters parameters(String negative, double guidance, String model) {
        return new Parameters("a red circle,\non blue", negative, 20, "Euler a", guidance, 1L << 32, 512, 768, model);
    }
}
