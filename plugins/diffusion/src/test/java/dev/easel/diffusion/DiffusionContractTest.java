package dev.easel.diffusion;

import dev.easel.api.contract.ContractTerms;
import dev.easel.api.contract.ExpectedFailure;
import dev.easel.api.contract.ProviderContract;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.GenerationException.Kind;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.diffusion.zoo.Zoo;
import java.nio.file.Path;
import java.util.List;

/** Two tiny models keep the contract of all providers. */
class DiffusionContractTest extends ProviderContract {

    @Override
    protected List<? extends TextToImageProvider> createProviders(PluginContext context) {
        return new DiffusionProviderFactory().create(context);
    }

    @Override
    protected PluginContext context(Path folder) {
        return Settings.of("default", Zoo.folder("sd15"))
                .with("default", "steps", "3")
                .with("default", "seed", "7")
                .andModel("xl")
                .with("xl", "path", Zoo.folder("sdxl-turbo").toString())
                .with("xl", "seed", "4294967295")
                .in(folder);
    }

    @Override
    protected ContractTerms terms() {
        return ContractTerms.usual().withRepeatableImages();
    }

    @Override
    protected List<ExpectedFailure> expectedFailures(Path folder) {
        return List.of(
                ExpectedFailure.in("without a model", Kind.LACKING, new Settings().in(folder)),
                ExpectedFailure.in(
                        "with a model that is not there",
                        Kind.LACKING,
                        Settings.of("default", folder.resolve("nowhere")).in(folder)),
                ExpectedFailure.in(
                        "with a device that is not there",
                        Kind.LACKING,
                        Settings.of("default", Zoo.folder("sd15"))
                                .with("default", "device", "directml")
                                .in(folder)));
    }
}
