package dev.easel.placeholder;

import dev.easel.api.contract.ContractTerms;
import dev.easel.api.contract.ProviderContract;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.TextToImageProvider;
import java.util.List;

/** The placeholder keeps the contract of all providers. */
class PlaceholderContractTest extends ProviderContract {

    @Override
    protected List<? extends TextToImageProvider> createProviders(PluginContext context) {
        return List.of(new PlaceholderProvider());
    }

    @Override
    protected ContractTerms terms() {
        return ContractTerms.usual().withRepeatableImages();
    }
}
