package dev.easel.host.provider;

import dev.easel.api.plugin.PluginConfiguration;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.host.config.ConfigurationException;
import dev.easel.host.provider.jar.PluginInspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Loads plugins, each wholly or not at all; for use by one thread. */
final class PluginLoading {
    private final PluginEnvironment environment;
    private final ProviderTimings timings;
    private final Function<String, Optional<String>> ownerOf;
    private final Consumer<LoadedProvider> recheck;
    private final Clock clock;
    private final ClassLoader shared = new SharedClassLoader(PluginLoading.class.getClassLoader());

    /**
     * Makes one.
     *
     * @param environment what plugins are given
     * @param timings how long they are waited for
     * @param ownerOf which plugin serves a provider id
     * @param recheck asks a provider again whether it is ready
     * @param clock tells how long a provider that fails is left alone
     */
    PluginLoading(
            PluginEnvironment environment,
            ProviderTimings timings,
            Function<String, Optional<String>> ownerOf,
            Consumer<LoadedProvider> recheck,
            Clock clock) {
        this.environment = environment;
        this.timings = timings;
        this.ownerOf = ownerOf;
        this.recheck = recheck;
        this.clock = clock;
    }

    /**
     * Loads a jar.
     *
     * @param jar a copy without faults, which the plugin holds as long as it is loaded
     * @return the plugin, its providers not yet asked whether they are ready
     * @throws PluginRefusedException with every fault
     */
    LoadedPlugin load(VerifiedJar jar) throws PluginRefusedException {
        PluginIdentity identity = jar.identity();
        PluginInspection inspection = jar.inspection();
        HostedPluginContext context = contextFor(identity, inspection);
        PluginRuntime runtime = open(jar.staged().path(), identity, context);
        List<String> faults = new ArrayList<>();
        PluginExtensions extensions = new PluginExtensions(runtime, context, timings.loading(), faults);
        start(runtime, faults);
        extensions.make(inspection.extensions());
        List<LoadedProvider> providers = providersOf(extensions, identity, faults);
        if (!faults.isEmpty()) {
            undo(extensions, runtime);
            throw new PluginRefusedException(faults);
        }
        return new LoadedPlugin(jar, runtime, providers, extensions.listeners());
    }

    private void undo(PluginExtensions extensions, PluginRuntime runtime) {
        extensions.closeProviders(timings.answer());
        runtime.close(timings.loading());
    }

    private HostedPluginContext contextFor(PluginIdentity identity, PluginInspection inspection)
            throws PluginRefusedException {
        Path folder = environment.dataFolder().resolve(identity.id());
        try {
            Files.createDirectories(folder);
            PluginConfiguration configuration = environment.configurations().of(identity.id(), inspection.declared());
            return new HostedPluginContext(identity, configuration, folder, environment.managers());
        } catch (ConfigurationException misconfigured) {
            throw new PluginRefusedException(misconfigured.faults());
        } catch (IOException failed) {
            throw new PluginRefusedException(List.of("The plugin's data folder " + folder + " cannot be made (" + failed
                    + "); give the host the right to write there."));
        }
    }

    private PluginRuntime open(Path jar, PluginIdentity identity, HostedPluginContext context)
            throws PluginRefusedException {
        try {
            return PluginRuntime.open(jar, identity, shared, context);
        } catch (PluginFailure failure) {
            throw new PluginRefusedException(List.of("The jar cannot be loaded: PF4J " + failure.problem() + "."));
        }
    }

    private void start(PluginRuntime runtime, List<String> faults) {
        try {
            runtime.start(timings.loading());
        } catch (PluginFailure failure) {
            faults.add("The start of its Plugin-Class " + failure.problem() + ".");
        }
    }

    private List<LoadedProvider> providersOf(
            PluginExtensions extensions, PluginIdentity identity, List<String> faults) {
        List<LoadedProvider> providers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (PluginObject<TextToImageProvider> object : extensions.providers()) {
            try {
                ProviderTraits traits =
                        ProviderTraits.of(object, identity, timings.answer()).within(environment.slots());
                requireFree(traits, ids);
                providers.add(new LoadedProvider(traits, object, recheck, timings, new Circuit(clock)));
            } catch (PluginFailure failure) {
                faults.add("A provider's id " + failure.problem() + ".");
            }
        }
        return providers;
    }

    private void requireFree(ProviderTraits traits, Set<String> ids) throws PluginFailure {
        if (!ids.add(traits.id())) {
            throw PluginFailure.because("\"" + traits.id() + "\" is used twice in this plugin; each needs its own");
        }
        Optional<String> owner = ownerOf.apply(traits.id());
        if (owner.isPresent() && !owner.get().equals(traits.plugin().id())) {
            throw PluginFailure.because("\"" + traits.id() + "\" is that of a provider of plugin " + owner.get()
                    + "; remove one of the two plugins");
        }
    }
}
