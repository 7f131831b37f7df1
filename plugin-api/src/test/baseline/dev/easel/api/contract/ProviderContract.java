package dev.easel.api.contract;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.TextToImageProvider;
import java.nio.file.Path;
import java.util.List;
public abstract class ProviderContract {
    protected ProviderContract() {}
    protected abstract List<? extends TextToImageProvider> createProviders(PluginContext context) throws Exception;
    protected PluginContext context(Path folder) { throw new Error(); }
    protected ContractTerms terms() { throw new Error(); }
    protected List<ExpectedFailure> expectedFailures(Path folder) { throw new Error(); }
}
