/**
 * Plugins: the folder, their class loaders, their providers and every call into them.
 *
 * <p>{@link dev.easel.host.provider.PluginHost} takes each jar of the folder through three steps.
 * {@link dev.easel.host.provider.jar.PluginInspector} looks at it without running its code; loading gives it a class
 * loader that sees only the plugin API, PF4J, SLF4J and the JDK, threads of its own, and makes its extensions;
 * unloading undoes all of that. Whatever is called in a plugin is called on one of its threads, and no object of a
 * plugin is reachable from the rest of the host but through a handle that lets go of it when the plugin is unloaded.
 */
@NullMarked
package dev.easel.host.provider;

import org.jspecify.annotations.NullMarked;
