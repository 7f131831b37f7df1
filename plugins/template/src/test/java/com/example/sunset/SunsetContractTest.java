package com.example.sunset;

import dev.easel.api.contract.ContractTerms;
import dev.easel.api.contract.ExpectedFailure;
import dev.easel.api.contract.ProviderContract;
import dev.easel.api.contract.TestPluginContext;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.GenerationException.Kind;
import dev.easel.api.provider.TextToImageProvider;
import java.nio.file.Path;
import java.util.List;

/** What every host relies on. */
class SunsetContractTest extends ProviderContract {

    @Override
    protected List<? extends TextToImageProvider> createProviders(PluginContext context) {
        return List.of(new SunsetProvider(context));
    }

    @Override
    protected PluginContext context(Path folder) {
        return TestPluginContext.in(folder).with("size", 64);
    }

    @Override
    protected ContractTerms terms() {
        return ContractTerms.usual().withRepeatableImages();
    }

    @Override
    protected List<ExpectedFailure> expectedFailures(Path folder) {
        return List.of(ExpectedFailure.in(
                "with a size that is too small",
                Kind.LACKING,
                TestPluginContext.in(folder).with("size", 1)));
    }
}
