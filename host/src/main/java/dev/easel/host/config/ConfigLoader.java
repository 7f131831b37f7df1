package dev.easel.host.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the configuration: the file, overridden by the environment, overridden by options of the command line.
 *
 * <p>A relative path in the file starts from the distribution's folder, as the defaults do, so that a key means the
 * same in every copy of the file; a relative path in an environment variable or an option starts from the working
 * folder, as in any command. Immutable and safe for use by several threads.
 */
public final class ConfigLoader {
    private final Path home;
    private final Path workingFolder;
    private final Map<String, String> environment;

    /**
     * Makes a loader; reads nothing yet.
     *
     * @param home the distribution's folder; holds {@code conf/easel.conf}, which may be missing
     * @param workingFolder the folder that the command was given in
     * @param environment every environment variable
     */
    public ConfigLoader(Path home, Path workingFolder, Map<String, String> environment) {
        this.home = home.toAbsolutePath().normalize();
        this.workingFolder = workingFolder.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads the configuration and looks into the jars of the plugins folder for the keys that plugins declare.
     *
     * @param file the configuration file; the distribution's if empty
     * @param options the values of {@code --bind}, {@code --port}, {@code --data} and {@code --plugins}, by option
     * @return the configuration
     * @throws ConfigurationException if there is any fault; names every one
     */
    public LoadedConfig load(Optional<Path> file, Map<String, String> options) throws ConfigurationException {
        Faults faults = new Faults();
        Settings settings = new Settings(home, faults);
        Optional<Config> read = readFile(file, faults);
        ConfigObject root = read.orElseGet(ConfigFactory::empty).root();
        FileSource.apply(root, home, settings, faults);
        EnvironmentSource.apply(environment, workingFolder, settings, faults);
        Keys.BY_OPTION.forEach((option, key) -> Optional.ofNullable(options.get(option))
                .ifPresent(text -> settings.give(key, Given.text(text, "option " + option, workingFolder))));
        if (read.isPresent()) {
            requireDecisionOnGuests(settings, faults);
        }
        requireOrderedDeadlines(settings, faults);
        requireProxiesThatNameUsers(settings, faults);
        TrustRules.check(settings, faults);
        ConfiguredPlugins plugins = plugins(root, settings, faults);
        List<String> warnings = new ArrayList<>();
        plugins.check(faults, warnings);
        faults.throwIfAny();
        return new LoadedConfig(toConfig(settings, plugins), warnings);
    }

    private Optional<Config> readFile(Optional<Path> file, Faults faults) {
        Path path = file.map(workingFolder::resolve).orElseGet(() -> home.resolve("conf/easel.conf"));
        if (Files.exists(path)) {
            return ConfigFile.read(path, faults);
        }
        if (file.isPresent()) {
            faults.add("The configuration file " + path + " (option --config) does not exist.");
            return Optional.empty();
        }
        return Optional.of(ConfigFactory.empty());
    }

    private static void requireDecisionOnGuests(Settings settings, Faults faults) {
        String bind = settings.get(Keys.BIND);
        boolean undecided = settings.get(Keys.GUESTS).isEmpty() && !settings.isRefused(Keys.GUESTS);
        if (undecided && !Addresses.isLoopback(bind)) {
            faults.add(("guests is not set, and bind is %s, which other machines may reach; set guests"
                            + " (or EASEL_GUESTS) to true to serve callers without credentials, or to false.")
                    .formatted(bind));
        }
    }

    private static void requireProxiesThatNameUsers(Settings settings, Faults faults) {
        boolean none = settings.get(Keys.PROXIES_ADDRESSES).isEmpty() && !settings.isRefused(Keys.PROXIES_ADDRESSES);
        settings.get(Keys.PROXIES_USER_HEADER)
                .filter(header -> none)
                .ifPresent(header -> faults.add(("proxies.user-header is %s, and proxies.addresses is not set, so that"
                                + " nobody may name users; set proxies.addresses (or EASEL_PROXIES_ADDRESSES) to the"
                                + " addresses of the proxies.")
                        .formatted(header)));
    }

    private ConfiguredPlugins plugins(ConfigObject root, Settings settings, Faults faults) {
        return new ConfiguredPlugins(
                FileSource.pluginSections(root, faults),
                EnvironmentSource.pluginVariables(environment),
                InstalledPlugins.in(settings.get(Keys.PLUGINS)));
    }

    private static EaselConfig toConfig(Settings settings, PluginConfigurations plugins) {
        String bind = settings.get(Keys.BIND);
        Path data = settings.get(Keys.DATA);
        Path images = settings.get(Keys.IMAGES).orElseGet(() -> data.resolve("images"));
        return new EaselConfig(
                new EaselConfig.Listen(Addresses.withoutBrackets(bind), settings.get(Keys.PORT)),
                new EaselConfig.Folders(data, settings.get(Keys.PLUGINS), images),
                new EaselConfig.Database(
                        settings.get(Keys.DATABASE_URL),
                        settings.get(Keys.DATABASE_USER),
                        settings.get(Keys.DATABASE_PASSWORD)),
                tasks(settings),
                http(settings),
                new EaselConfig.Access(
                        settings.get(Keys.GUESTS).orElseGet(() -> Addresses.isLoopback(bind)),
                        settings.get(Keys.LIMITS),
                        settings.get(Keys.MAX_WAITING)),
                new EaselConfig.Providers(
                        settings.get(Keys.PROVIDERS_PREFERRED),
                        settings.get(Keys.PROVIDERS_FAILOVER),
                        settings.get(Keys.PROVIDERS_SLOTS)),
                settings.get(Keys.LOG_FORMAT),
                pluginPolicy(settings),
                plugins);
    }

    private static EaselConfig.Http http(Settings settings) {
        return new EaselConfig.Http(
                settings.get(Keys.TRUSTED_HOSTS),
                new EaselConfig.Proxies(settings.get(Keys.PROXIES_ADDRESSES), settings.get(Keys.PROXIES_USER_HEADER)),
                settings.get(Keys.CORS_ORIGINS));
    }

    private static EaselConfig.PluginPolicy pluginPolicy(Settings settings) {
        return new EaselConfig.PluginPolicy(
                settings.get(Keys.PLUGINS_TRUST),
                settings.get(Keys.PLUGINS_PINS),
                settings.get(Keys.PLUGINS_KEYSTORE),
                settings.get(Keys.PLUGINS_KEYSTORE_PASSWORD),
                settings.get(Keys.PLUGINS_DRAIN));
    }

    private static EaselConfig.Tasks tasks(Settings settings) {
        return new EaselConfig.Tasks(
                settings.get(Keys.RUN_NOW_BUDGET),
                settings.get(Keys.MAX_IMAGES),
                settings.get(Keys.RETENTION),
                settings.get(Keys.RETRY_FOR),
                new EaselConfig.RunDeadline(
                        settings.get(Keys.RUN_DEADLINE_FACTOR),
                        settings.get(Keys.RUN_DEADLINE_MIN),
                        settings.get(Keys.RUN_DEADLINE_MAX)),
                settings.get(Keys.STOP_TIMEOUT),
                settings.get(Keys.LEASE));
    }

    private static void requireOrderedDeadlines(Settings settings, Faults faults) {
        Duration min = settings.get(Keys.RUN_DEADLINE_MIN);
        Duration max = settings.get(Keys.RUN_DEADLINE_MAX);
        if (min.compareTo(max) > 0) {
            faults.add("run-deadline.min is %d ms, more than run-deadline.max, which is %d ms; set min to at most max."
                    .formatted(min.toMillis(), max.toMillis()));
        }
    }
}
