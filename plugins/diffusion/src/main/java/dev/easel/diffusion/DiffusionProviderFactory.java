package dev.easel.diffusion;

import dev.easel.api.plugin.PluginConfiguration;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.ProviderFactory;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.diffusion.config.ModelConfiguration;
import dev.easel.diffusion.config.ModelConfigurationReader;
import dev.easel.diffusion.config.Reading;
import dev.easel.diffusion.run.LocalModel;
import dev.easel.diffusion.run.PipelineMaker;
import dev.easel.diffusion.run.Surroundings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.pf4j.Extension;

/** Makes one provider for each model that is configured, and one that says how to configure one where none is. */
@Extension
public final class DiffusionProviderFactory implements ProviderFactory {
    private static final String NOTHING_CONFIGURED =
            "No model is configured: set plugin.diffusion.models.default.path (or"
                    + " EASEL_PLUGIN_DIFFUSION_MODELS_DEFAULT_PATH) to the directory of a Stable Diffusion model in"
                    + " ONNX format.";

    /** Makes a factory. */
    public DiffusionProviderFactory() {}

    @Override
    public List<TextToImageProvider> create(PluginContext context) {
        Map<String, PluginConfiguration> models = context.configuration().sections("models");
        if (models.isEmpty()) {
            return List.of(new UnconfiguredProvider("default", List.of(NOTHING_CONFIGURED)));
        }
        List<TextToImageProvider> providers = new ArrayList<>();
        models.forEach((name, section) -> providers.add(
                provider(new ModelConfigurationReader(name, section, context.dataFolder()).read(), context)));
        return providers;
    }

    private static TextToImageProvider provider(Reading reading, PluginContext context) {
        if (reading instanceof Reading.Faulty faulty) {
            return new UnconfiguredProvider(faulty.name(), faulty.faults());
        }
        ModelConfiguration model = ((Reading.Usable) reading).model();
        Surroundings surroundings = new Surroundings(
                Clock.systemUTC(), () -> ThreadLocalRandom.current().nextLong(1L << 32), context.logger());
        LocalModel local =
                new LocalModel(model, prepared -> PipelineMaker.open(prepared, model.pipeline()), surroundings);
        return new DiffusionProvider(model.name(), local);
    }
}
