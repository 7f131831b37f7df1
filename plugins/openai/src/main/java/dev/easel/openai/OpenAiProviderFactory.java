package dev.easel.openai;

import dev.easel.api.plugin.PluginConfiguration;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.ProviderFactory;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.openai.call.Surroundings;
import dev.easel.openai.config.Reading;
import dev.easel.openai.config.ServiceConfiguration;
import dev.easel.openai.config.ServiceReader;
import dev.easel.openai.http.ServiceClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.pf4j.Extension;
import org.slf4j.Logger;

/** Makes one provider for each service that is configured, and none where none is: that is no fault. */
@Extension
public final class OpenAiProviderFactory implements ProviderFactory {
    private static final String NOTHING_CONFIGURED =
            "No service is configured: set plugin.openai.services.default.api-key"
                    + " (or EASEL_PLUGIN_OPENAI_SERVICES_DEFAULT_API_KEY) for OpenAI,"
                    + " and plugin.openai.services.default.base-url too for any other service.";

    /** Makes a factory. */
    public OpenAiProviderFactory() {}

    @Override
    public List<TextToImageProvider> create(PluginContext context) {
        Map<String, PluginConfiguration> services = context.configuration().sections("services");
        if (services.isEmpty()) {
            context.logger().info(NOTHING_CONFIGURED);
        }
        List<TextToImageProvider> providers = new ArrayList<>();
        services.forEach(
                (name, section) -> providers.add(provider(new ServiceReader(name, section).read(), context.logger())));
        return providers;
    }

    private static TextToImageProvider provider(Reading reading, Logger logger) {
        if (reading instanceof Reading.Faulty faulty) {
            return new UnconfiguredProvider(faulty.name(), faulty.faults());
        }
        ServiceConfiguration service = ((Reading.Usable) reading).service();
        Surroundings surroundings = new Surroundings(
                Clock.systemUTC(), () -> ThreadLocalRandom.current().nextDouble(), logger);
        return OpenAiProvider.of(service, ServiceClient.of(service), surroundings);
    }
}
