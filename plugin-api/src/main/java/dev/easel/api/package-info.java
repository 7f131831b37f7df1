/**
 * The version of the plugin API.
 *
 * <p>The API is in four packages: {@link dev.easel.api.provider} for plugins that make images,
 * {@link dev.easel.api.task} for plugins that order them, {@link dev.easel.api.event} for plugins that want to know how
 * tasks ended, and {@link dev.easel.api.plugin} for what every plugin gets from the host. It evolves by addition alone:
 * types that the host implements may gain members, types that plugins implement gain only default methods, and nothing
 * is taken away.
 *
 * <p>A plugin's manifest names the version that it was built for in {@code Plugin-Requires}, beside {@code Plugin-Id},
 * {@code Plugin-Version} and {@code Plugin-Provider} (the vendor). A plugin may also ask at run time:
 *
 * <pre>{@code
 * import dev.easel.api.ApiVersion;
 *
 * class Banner {
 *     String text() {
 *         return "made for Easel's plugin API " + ApiVersion.CURRENT;
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.easel.api;

import org.jspecify.annotations.NullMarked;
