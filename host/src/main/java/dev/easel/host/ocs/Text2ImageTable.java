package dev.easel.host.ocs;

import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.RateLimit;
import dev.easel.host.task.TaskManager;
import java.security.SecureRandom;
import java.util.List;

/**
 * The routes of the Text-To-Image API: the verbs of Nextcloud's documentation, and those that its server has.
 *
 * @param endpoints below a version's prefix
 */
record Text2ImageTable(List<Endpoint> endpoints) {
    private static final String TASK = "/text2image/task/{id}";
    private static final String IMAGE = TASK + "/image/{index}";
    private static final String LIST = "/text2image/tasks/app/{appId}";

    private static final List<String> GET = List.of("GET", "HEAD");
    private static final List<String> POST = List.of("POST");
    private static final List<String> DELETE = List.of("DELETE");

    static Text2ImageTable of(TaskManager manager, AccessLimits limits, WaitLimits waits, SecureRandom random) {
        TaskEndpoints tasks = new TaskEndpoints(manager, limits);
        ScheduleEndpoint orders = new ScheduleEndpoint(manager, new WaitingRoom(waits), random);
        ImageEndpoint images = new ImageEndpoint(manager, tasks);
        ListEndpoint lists = new ListEndpoint(manager);
        return new Text2ImageTable(List.of(
                Endpoint.of(GET, "/text2image/is_available", tasks::isAvailable),
                Endpoint.of(POST, "/text2image/schedule", orders::schedule)
                        .limitedBy(RateLimit.SCHEDULE)
                        .exceptFor(orders::isRepeated),
                Endpoint.of(GET, TASK, tasks::fetchAsDeployed).countingMisses(),
                Endpoint.of(POST, TASK, tasks::fetchAsDocumented)
                        .countingMisses()
                        .limitedBy(RateLimit.FETCH),
                Endpoint.of(DELETE, TASK, tasks::delete).countingMisses(),
                Endpoint.of(GET, IMAGE, images::image).countingMisses(),
                Endpoint.of(POST, IMAGE, images::image).countingMisses(),
                Endpoint.of(GET, LIST, lists::listAsDeployed).limitedBy(RateLimit.LIST),
                Endpoint.of(DELETE, LIST, lists::listAsDocumented).limitedBy(RateLimit.LIST)));
    }
}
