package dev.easel.host.provider.jar;

import dev.easel.api.ApiVersion;
import java.io.IOException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.pf4j.ManifestPluginDescriptorFinder;

/** Checks what a jar's manifest says of the plugin. */
final class ManifestCheck {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    private final JarFile jar;
    private final Attributes attributes;
    private final Findings findings;

    private ManifestCheck(JarFile jar, Attributes attributes, Findings findings) {
        this.jar = jar;
        this.attributes = attributes;
        this.findings = findings;
    }

    /** What a manifest says of the plugin, well-formed or not. */
    record Identity(Optional<String> id, Optional<String> version, Optional<String> pluginClass) {
        static final Identity UNKNOWN = new Identity(Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Identity check(JarFile jar, Findings findings) throws IOException {
        Manifest manifest = jar.getManifest();
        if (manifest == null) {
            findings.fault("The jar has no META-INF/MANIFEST.MF; have the build write one with Plugin-Id, "
                    + "Plugin-Version and Plugin-Requires.");
            return Identity.UNKNOWN;
        }
        return new ManifestCheck(jar, manifest.getMainAttributes(), findings).check();
    }

    private Identity check() {
        Identity identity = new Identity(
                value(ManifestPluginDescriptorFinder.PLUGIN_ID),
                value(ManifestPluginDescriptorFinder.PLUGIN_VERSION),
                value(ManifestPluginDescriptorFinder.PLUGIN_CLASS));
        checkId(identity.id());
        checkVersion(identity.version());
        checkRequires(value(ManifestPluginDescriptorFinder.PLUGIN_REQUIRES));
        identity.pluginClass().ifPresent(this::checkPluginClass);
        value(ManifestPluginDescriptorFinder.PLUGIN_DEPENDENCIES).ifPresent(this::refuseDependencies);
        return identity;
    }

    private void checkId(Optional<String> id) {
        if (id.isEmpty()) {
            findings.fault("The manifest has no Plugin-Id; give it one that matches " + ID + ".");
        } else if (!ID.matcher(id.get()).matches()) {
            findings.fault("Plugin-Id is \"" + id.get() + "\"; it must match " + ID + ".");
        }
    }

    private void checkVersion(Optional<String> version) {
        if (version.isEmpty()) {
            findings.fault("The manifest has no Plugin-Version; give it a semantic version like 1.0.0.");
        } else if (!PluginVersion.isWellFormed(version.get())) {
            findings.fault("Plugin-Version is \"" + version.get() + "\"; it must be a semantic version like 1.0.0.");
        }
    }

    private void checkRequires(Optional<String> requires) {
        if (requires.isEmpty()) {
            findings.warning("The manifest has no Plugin-Requires, so nothing tells whether the plugin was built for "
                    + "this host's plugin API; name the versions, like \">=" + ApiVersion.CURRENT + " & <1.0.0\".");
        } else if (!ApiCompatibility.isRange(requires.get())) {
            findings.fault("Plugin-Requires is \"" + requires.get() + "\"; it must be a range of versions like \">="
                    + ApiVersion.CURRENT + " & <1.0.0\".");
        } else if (!ApiCompatibility.satisfies(requires.get())) {
            findings.fault(
                    "The plugin requires version \"" + requires.get() + "\" of the plugin API, but this host has "
                            + ApiVersion.CURRENT + "; take a version of the plugin that was built for it.");
        }
    }

    private void checkPluginClass(String className) {
        if (!SharedPackages.holdClass(className) && !ExtensionIndex.hasClass(jar, className)) {
            findings.fault("Plugin-Class names " + className
                    + ", which is not in the jar; correct the name or leave Plugin-Class out.");
        }
    }

    private void refuseDependencies(String dependencies) {
        findings.fault(
                "Plugin-Dependencies names \"" + dependencies + "\", but every plugin stands alone here; put the "
                        + "classes it needs into its jar and leave Plugin-Dependencies out.");
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(attributes.getValue(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
