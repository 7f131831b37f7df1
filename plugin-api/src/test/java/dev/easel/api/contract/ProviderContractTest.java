package dev.easel.api.contract;

import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.TextToImageProvider;
import java.nio.file.Path;
import java.util.List;

/** A provider that keeps the contract passes all of its tests. */
class ProviderContractTest extends ProviderContract {

    @Override
    protected List<? extends TextToImageProvider> createProviders(PluginContext context) {
        return List.of(new TrialProvider());
    }

    @Override
    protected ContractTerms terms() {
        return ContractTerms.usual().withRepeatableImages();
    }

    @Override
    protected List<ExpectedFailure> expectedFailures(Path folder) {
        return List.of(ExpectedFailure.ofPrompt("for a forbidden prompt", TrialProvider.FORBIDDEN));
    }
}
