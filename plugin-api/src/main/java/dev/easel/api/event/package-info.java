/**
 * What a plugin implements to hear how tasks ended.
 *
 * <p>An extension that implements {@link dev.easel.api.event.TaskEventListener} gets a
 * {@link dev.easel.api.event.TaskSuccessfulEvent} or a {@link dev.easel.api.event.TaskFailedEvent} for every task, run
 * at once or queued. Listeners hear of other applications' tasks too and pick out their own.
 *
 * <pre>{@code
 * import dev.easel.api.event.TaskEvent;
 * import dev.easel.api.event.TaskEventListener;
 * import dev.easel.api.event.TaskFailedEvent;
 * import dev.easel.api.event.TaskSuccessfulEvent;
 * import dev.easel.api.plugin.PluginContext;
 * import org.pf4j.Extension;
 * import org.slf4j.Logger;
 *
 * @Extension
 * public class ImageGenerationResultListener implements TaskEventListener {
 *     private final Logger logger;
 *
 *     public ImageGenerationResultListener(PluginContext context) {
 *         logger = context.logger();
 *     }
 *
 *     @Override
 *     public void handle(TaskEvent event) {
 *         if (!event.task().appId().equals("my_app")) {
 *             return;
 *         }
 *         if (event instanceof TaskSuccessfulEvent) {
 *             logger.info("Task {} has {} images", event.task().id(), event.task().numberOfImages());
 *         } else if (event instanceof TaskFailedEvent failed) {
 *             logger.warn("Task {} failed: {}", failed.task().id(), failed.errorMessage());
 *         }
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.easel.api.event;

import org.jspecify.annotations.NullMarked;
