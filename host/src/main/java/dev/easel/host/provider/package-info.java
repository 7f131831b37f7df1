/**
 * Plugins: the folder, their class loaders, their providers and every call into them.
 *
 * <p>{@link dev.easel.host.provider.PluginHost} follows what lies in the folder. A jar that is complete is copied to a
 * private place, looked at there without running its code ({@link dev.easel.host.provider.jar.PluginInspector}), and
 * loaded: it gets a class loader that sees only the plugin API, PF4J, SLF4J and the JDK, threads of its own, and its
 * extensions are made. A new version takes the place of the one before in one step, when it is ready; the old one ends
 * its runs and is unloaded, which undoes all of that. Whatever is called in a plugin is called on one of its threads,
 * and no object of a plugin is reachable from the rest of the host but through a handle that lets go of it when the
 * plugin is unloaded.
 */
@NullMarked
package dev.easel.host.provider;

import org.jspecify.annotations.NullMarked;
