package dev.easel.diffusion;

import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.diffusion.config.ModelConfiguration;
import dev.easel.diffusion.config.PictureWishes;
import dev.easel.diffusion.onnx.Device;
import dev.easel.diffusion.onnx.SessionSettings;
import dev.easel.diffusion.scheduler.SchedulerKind;
import dev.easel.diffusion.tokenizer.LongPrompt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What an administrator can configure, and what is said of what is wrong. */
class ConfigurationTest {
    private static final Path MODEL = Path.of("/models/sd15");

    @TempDir
    private Path folder;

    @Test
    void eachModelIsAProviderOfItsOwn() throws Exception {
        PluginContext context = Settings.of("default", MODEL)
                .andModel("turbo-2")
                .with("turbo-2", "path", "/models/turbo")
                .in(folder);
        List<TextToImageProvider> providers = new DiffusionProviderFactory().create(context);
        assertEquals(
                List.of("diffusion", "diffusion-turbo-2"),
                providers.stream().map(TextToImageProvider::id).toList());
        assertEquals(
                List.of("Lokales Diffusionsmodell", "Lokales Diffusionsmodell turbo-2"),
                providers.stream().map(provider -> provider.name(Locale.GERMAN)).toList());
        assertEquals(
                List.of(1, 1),
                providers.stream().map(TextToImageProvider::slots).toList());
        close(providers);
    }

    @Test
    void withoutAModelTheProviderIsNotConfiguredAndSaysHow() {
        TextToImageProvider provider =
                new DiffusionProviderFactory().create(new Settings().in(folder)).get(0);
        assertEquals("diffusion", provider.id());
        assertEquals(
                Readiness.notConfigured("No model is configured: set plugin.diffusion.models.default.path (or"
                        + " EASEL_PLUGIN_DIFFUSION_MODELS_DEFAULT_PATH) to the directory of a Stable Diffusion model in"
                        + " ONNX format."),
                provider.readiness());
    }

    @ParameterizedTest
    @CsvSource({
        "en, Local diffusion model",
        "de-AT, Lokales Diffusionsmodell",
        "fr, Modèle de diffusion local",
        "es, Modelo de difusión local",
        "it, Modello di diffusione locale",
        "nl, Lokaal diffusiemodel",
        "pt-BR, Modelo de difusão local",
        "pl, Lokalny model dyfuzyjny",
        "ja, ローカル拡散モデル",
        "zh-Hans-CN, 本地扩散模型",
        "sv, Local diffusion model"
    })
    void theNameIsInTheLanguageThatIsAskedFor(String language, String name) {
        assertEquals(name, ProviderName.of("default", Locale.forLanguageTag(language)));
    }

    @Test
    void whatIsNotSetIsLeftToTheModel() {
        ModelConfiguration model = Settings.of("default", MODEL).model("default");
        assertEquals(MODEL, model.folder());
        assertEquals(
                new PictureWishes(
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        "",
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        true),
                model.pictures());
        assertEquals(SessionSettings.on(Device.CPU), model.pipeline().sessions());
        assertEquals(LongPrompt.CUT, model.pipeline().longPrompt());
        assertEquals(1L << 30, model.pipeline().batchMemory());
        assertFalse(model.pipeline().safetyChecker());
        assertEquals(Duration.ofMinutes(10), model.idle());
    }

    @Test
    void everythingCanBeSet() {
        ModelConfiguration model = Settings.of("default", MODEL)
                .with("default", "steps", "12")
                .with("default", "guidance", "4.5")
                .with("default", "negative-prompt", "blurred, dark")
                .with("default", "width", "768")
                .with("default", "height", "512")
                .with("default", "seed", "4294967295")
                .with("default", "scheduler", "euler-karras")
                .with("default", "metadata", false)
                .with("default", "long-prompts", "windows")
                .with("default", "safety-checker", true)
                .with("default", "device", "cuda")
                .with("default", "threads", 3)
                .with("default", "memory", "512 MiB")
                .with("default", "idle", Duration.ofHours(1))
                .with("default", "optimized-cache", true)
                .model("default");
        assertEquals(
                new PictureWishes(
                        OptionalInt.of(12),
                        OptionalDouble.of(4.5),
                        "blurred, dark",
                        OptionalInt.of(768),
                        OptionalInt.of(512),
                        OptionalLong.of(4294967295L),
                        Optional.of(SchedulerKind.EULER_KARRAS),
                        false),
                model.pictures());
        assertEquals(Device.CUDA, model.pipeline().sessions().device());
        assertEquals(3, model.pipeline().sessions().threads());
        assertEquals(
                Optional.of(Path.of("data/optimized")),
                model.pipeline().sessions().optimizedGraphs());
        assertEquals(LongPrompt.WINDOWS, model.pipeline().longPrompt());
        assertEquals(512L << 20, model.pipeline().batchMemory());
        assertTrue(model.pipeline().safetyChecker());
        assertEquals(Duration.ofHours(1), model.idle());
    }

    @Test
    void everyFaultIsToldAtOnce() {
        List<String> faults = new Settings()
                .andModel("my-model")
                .with("my-model", "steps", "0")
                .with("my-model", "guidance", "much")
                .with("my-model", "width", "16384")
                .with("my-model", "height", "-8")
                .with("my-model", "seed", "4294967296")
                .with("my-model", "scheduler", "Euler a")
                .with("my-model", "long-prompts", "split")
                .with("my-model", "device", "gpu")
                .with("my-model", "threads", -1)
                .with("my-model", "memory", "lots")
                .with("my-model", "idle", Duration.ZERO)
                .faults("my-model");
        String path = "plugin.diffusion.models.my-model.";
        assertEquals(
                List.of(
                        path + "path is not set; set it, or the environment variable"
                                + " EASEL_PLUGIN_DIFFUSION_MODELS_MY_MODEL_PATH, to a directory that holds"
                                + " model_index.json.",
                        path + "steps is \"0\"; it must be a whole number from 1 to 1000, or empty.",
                        path + "guidance is \"much\"; it must be a number from 0 to 100, or empty.",
                        path + "width is \"16384\"; it must be a whole number from 8 to 8192, or empty.",
                        path + "height is \"-8\"; it must be a whole number from 8 to 8192, or empty.",
                        path + "seed is \"4294967296\"; it must be a whole number from 0 to 4294967295, or empty.",
                        path + "scheduler is \"Euler a\"; it must be empty or one of " + SchedulerKind.names() + ".",
                        path + "long-prompts is \"split\"; it must be cut or windows.",
                        path + "device is \"gpu\"; it must be cpu or cuda or coreml or directml.",
                        path + "threads is -1; it must be 0, for all cores but one, or 1 to 1024.",
                        path + "memory is \"lots\"; it must be a size such as 2 GiB or 512 MiB, or a whole number of"
                                + " MiB.",
                        path + "idle is 0 ms; it must be at least 1s."),
                faults);
    }

    @Test
    void aModelWithFaultsIsAProviderThatIsNotConfigured() {
        TextToImageProvider provider = new DiffusionProviderFactory()
                .create(new Settings().andModel("default").in(folder))
                .get(0);
        assertEquals(Readiness.State.NOT_CONFIGURED, provider.readiness().state());
        assertTrue(provider.readiness().reasons().get(0).contains("EASEL_PLUGIN_DIFFUSION_MODELS_DEFAULT_PATH"));
    }

    @Test
    void modelsWithImpossibleNamesAreToldApart() throws Exception {
        PluginContext context = Settings.of("My_Model", MODEL)
                .andModel("my-model")
                .with("my-model", "path", "/models/other")
                .in(folder);
        List<TextToImageProvider> providers = new DiffusionProviderFactory().create(context);
        TextToImageProvider misnamed = providers.get(0);
        assertTrue(misnamed.id().matches("[a-z][a-z0-9-]{0,62}"), misnamed.id());
        assertEquals(
                List.of("plugin.diffusion.models holds \"My_Model\"; the name of a model has 1 to 53 characters of a-z,"
                        + " 0-9 and -."),
                misnamed.readiness().reasons());
        assertEquals("diffusion-my-model", providers.get(1).id());
        close(providers);
    }

    @ParameterizedTest
    @CsvSource({"2 GiB, 2048", "2gb, 2048", "512 MiB, 512", "512m, 512", "300, 300", "1  GiB, 1024"})
    void memoryIsTakenAsPeopleWriteIt(String text, long mebibytes) {
        ModelConfiguration model =
                Settings.of("default", MODEL).with("default", "memory", text).model("default");
        assertEquals(mebibytes << 20, model.pipeline().batchMemory());
    }

    @ParameterizedTest
    @CsvSource({"0", "''", "-1", "2 TiB", "1.5 GiB"})
    void memoryThatIsNoneIsAFault(String text) {
        assertEquals(
                1,
                Settings.of("default", MODEL)
                        .with("default", "memory", text)
                        .faults("default")
                        .size());
    }

    private static void close(List<TextToImageProvider> providers) throws Exception {
        for (TextToImageProvider provider : providers) {
            provider.close();
        }
    }
}
