/**
 * What every plugin gets from the host.
 *
 * <p>The constructor of an extension may take a {@link dev.easel.api.plugin.PluginContext}: the plugin's configuration,
 * its data folder, its logger and the task manager.
 *
 * <p>A plugin declares the keys of its configuration, with their defaults, in a HOCON file {@code plugin.conf} at the
 * root of its jar; the administrator sets them as {@code plugin.<plugin id>.<key>}. A key that is not declared there is
 * refused when the host starts, with the nearest declared one.
 *
 * <pre>{@code
 * import dev.easel.api.plugin.PluginContext;
 * import java.nio.file.Path;
 *
 * // plugin.conf:  palette = "warm", size = 512
 * class Settings {
 *     final String palette;
 *     final int size;
 *     final Path cache;
 *
 *     Settings(PluginContext context) {
 *         palette = context.configuration().string("palette");
 *         size = context.configuration().integer("size");
 *         cache = context.dataFolder().resolve("cache");
 *         context.logger().info("Painting at {} pixels", size);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.easel.api.plugin;

import org.jspecify.annotations.NullMarked;
