/**
 * What a plugin uses to order images and to find tasks again.
 *
 * <p>{@link dev.easel.api.task.TextToImageManager} comes from {@link dev.easel.api.plugin.PluginContext#manager() the
 * plugin's context}. It takes a {@link dev.easel.api.task.TaskRequest} and gives {@link dev.easel.api.task.Task
 * snapshots}.
 *
 * <pre>{@code
 * import dev.easel.api.task.Task;
 * import dev.easel.api.task.TaskRequest;
 * import dev.easel.api.task.TextToImageManager;
 *
 * class Illustrator {
 *     private final TextToImageManager manager;
 *
 *     Illustrator(TextToImageManager manager) {
 *         this.manager = manager;
 *     }
 *
 *     String illustrate(String title, String documentId) throws InterruptedException {
 *         Task task = manager.runOrScheduleTask(
 *                 TaskRequest.of(title, "my_app", 2).withUserId("alice").withIdentifier(documentId));
 *         return switch (task.status()) {
 *             case SUCCESSFUL -> task.outputImages().orElseThrow().size() + " images are here";
 *             case RUNNING, SCHEDULED -> "expected at " + task.completionExpectedAt();
 *             case FAILED, UNKNOWN -> "something went wrong";
 *         };
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.easel.api.task;

import org.jspecify.annotations.NullMarked;
