package dev.easel.host;

import dev.easel.api.task.TaskFailureException;
import dev.easel.api.task.TaskRequest;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.image.FileImageStore;
import dev.easel.host.image.StoredImage;
import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.HostedProvider.Slot;
import dev.easel.host.provider.PluginHost;
import dev.easel.host.provider.ProviderTimings;
import dev.easel.host.provider.folder.FolderSettings;
import dev.easel.host.runtime.DeclaredRuntimes;
import dev.easel.host.task.DirectGeneration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Makes images with the installed plugins and without a server. */
final class PluginGenerator implements Generator {
    private static final String APP = "easel";

    private final Closer closer = new Closer();
    private final PluginHost plugins;
    private final DirectGeneration generation;

    private PluginGenerator(EaselConfig config, Clock clock) throws IOException {
        FileImageStore images = FileImageStore.open(Files.createTempDirectory("easel-generate"), clock);
        closer.add("temporary images", images::deleteAll);
        // A host that runs on the same data folder has a staging folder of its own there.
        Path staging = Files.createTempDirectory("easel-staging");
        closer.add("temporary staging folder", () -> Files.delete(staging));
        plugins = new PluginHost(
                config, clock, new PluginManagers(), ProviderTimings.defaults(), FolderSettings.defaults(staging));
        generation = new DirectGeneration(images, new DeclaredRuntimes());
        closer.add("plugins", plugins);
        plugins.start();
    }

    static PluginGenerator open(EaselConfig config, Clock clock) throws EngineException {
        try {
            return new PluginGenerator(config, clock);
        } catch (IOException e) {
            throw new EngineException("The temporary folder cannot be written: " + e, e);
        }
    }

    @Override
    public List<StoredImage> generate(GenerateOptions options, ProgressListener progress) throws EngineException {
        HostedProvider provider = provider(options);
        Slot slot = provider.tryAcquire()
                .orElseThrow(() -> new EngineException("The provider " + provider.id() + " is being closed."));
        try {
            return generation.generate(
                    TaskRequest.of(options.prompt(), APP, options.count()), slot, progress::progress);
        } catch (TaskFailureException e) {
            throw new EngineException("The provider " + provider.id() + " failed: " + e.getMessage(), e);
        }
    }

    private HostedProvider provider(GenerateOptions options) throws EngineException {
        HostedProvider provider = options.provider().isPresent()
                ? named(options.provider().get())
                : plugins.preferred()
                        .orElseThrow(
                                () -> new EngineException("No provider is ready: " + HealthReport.faults(plugins)));
        if (!provider.readiness().isReady()) {
            throw new EngineException("The provider " + provider.id() + " is not ready: "
                    + String.join(" ", provider.readiness().reasons()));
        }
        return provider;
    }

    private HostedProvider named(String id) throws UsageException {
        return plugins.all().stream()
                .filter(provider -> provider.id().equals(id))
                .findAny()
                .orElseThrow(() -> new UsageException("There is no provider \"" + id + "\"; there are "
                        + plugins.all().stream().map(HostedProvider::id).toList() + "."));
    }

    @Override
    public void close() {
        closer.close();
    }
}
