package dev.easel.diffusion.run;

import dev.easel.diffusion.Settings;
import dev.easel.diffusion.pipeline.Recipe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** What becomes of a model and what is configured for it. */
class ModelPreparerTest {

    @ParameterizedTest
    @CsvSource({
        "sd15, 50, 7.5, pndm",
        "sd21, 25, 7.5, ddim",
        "turbo, 4, 1, euler",
        "lcm, 4, 8.5, lcm",
        "sdxl, 30, 5, euler",
        "sdxl-turbo, 4, 1, euler-ancestral"
    })
    void whatIsNotConfiguredIsAsTheFamilyWantsIt(String name, int steps, double guidance, String scheduler) {
        PreparedModel prepared = ZooModels.prepared(name);
        assertEquals(new Recipe("a cat", "", steps, guidance, 64, 64), prepared.recipeFor("a cat"));
        assertEquals(scheduler, prepared.schedulerName());
    }

    @Test
    void whatIsConfiguredIsTaken() {
        PreparedModel prepared = ZooModels.prepared(ZooModels.settings("sd15")
                .with("default", "steps", "3")
                .with("default", "guidance", "0")
                .with("default", "negative-prompt", "dogs")
                .with("default", "width", "128")
                .with("default", "height", "96")
                .with("default", "scheduler", "heun")
                .model("default"));
        assertEquals(new Recipe("a cat", "dogs", 3, 0, 128, 96), prepared.recipeFor("a cat"));
        assertEquals("heun", prepared.schedulerName());
        assertEquals(5, prepared.scheduler().plan(3).calls());
    }

    @Test
    void aSizeThatTheModelCannotMakeIsAFault() {
        assertEquals(
                List.of(
                        "Set plugin.diffusion.models.default.width and height: width is 100, but must be a multiple of 8"
                                + " from 8 to 256."),
                faults(ZooModels.settings("sd15").with("default", "width", "100")));
    }

    @Test
    void moreStepsThanThereAreTimesAreAFault() {
        List<String> faults = faults(ZooModels.settings("lcm").with("default", "steps", "900"));
        assertEquals(1, faults.size(), faults::toString);
        assertEquals(
                "Set plugin.diffusion.models.default.steps: ",
                faults.get(0).substring(0, "Set plugin.diffusion.models.default.steps: ".length()));
    }

    @Test
    void faultsOfTheModelAreTold() {
        assertEquals(
                1,
                faults(ZooModels.settings("sd21").with("default", "safety-checker", true))
                        .size());
    }

    private static List<String> faults(Settings settings) {
        Preparation preparation = new ModelPreparer(settings.model("default")).prepare();
        return assertInstanceOf(Preparation.Faulty.class, preparation, preparation::toString)
                .faults();
    }
}
