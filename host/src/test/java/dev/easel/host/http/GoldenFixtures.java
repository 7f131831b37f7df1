package dev.easel.host.http;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.access.AccessLimits;
import dev.easel.host.http.TestServer.Setup;
import dev.easel.host.ocs.BytesImage;
import dev.easel.host.task.Owner;
import java.net.http.HttpRequest.BodyPublishers;

/** The state that a golden exchange presupposes. */
final class GoldenFixtures {
    private static final Owner ALICE = Owner.user("alice");

    private GoldenFixtures() {}

    static Setup setup(int number) {
        return switch (number) {
            case 35, 42, 44, 59 -> Setup.LIMITED;
            default -> Setup.OPEN;
        };
    }

    static void prepare(int number, TestServer server) {
        switch (number) {
            case 4, 24, 25, 26 -> server.tasks.providers = false;
            case 18 -> server.tasks.becomes = TaskStatus.SUCCESSFUL;
            case 19 -> server.tasks.becomes = TaskStatus.FAILED;
            case 36 -> server.tasks.addOf(ALICE, TaskStatus.SUCCESSFUL, "doc-12");
            case 27 -> server.tasks.storeDown = true;
            case 35 -> callTooOften(server, "/ocs/v2.php/text2image/schedule", "POST", 20);
            case 42, 44 -> callTooOften(server, "/ocs/v2.php/text2image/task/999", "GET", AccessLimits.MISSES);
            case 45, 47, 61 -> addImage(server);
            case 49 -> server.tasks.addOf(ALICE, TaskStatus.RUNNING, "doc-12");
            case 59 -> callTooOften(server, "/ocs/v2.php/text2image/tasks/app/my_app", "GET", 5);
            case 50, 52, 60, 62 -> server.tasks.addOf(ALICE, TaskStatus.SCHEDULED, "doc-12");
            case 54 -> addTwo(server);
            default -> {
                // The other exchanges presuppose nothing.
            }
        }
    }

    private static void callTooOften(TestServer server, String path, String verb, int times) {
        for (int i = 0; i < times; i++) {
            server.send(TestServer.as("alice", server.ocs(path)).method(verb, BodyPublishers.noBody()));
        }
    }

    private static void addImage(TestServer server) {
        long id = server.tasks.addOf(ALICE, TaskStatus.SUCCESSFUL, "doc-12").id();
        server.tasks.addImage(id, BytesImage.of(1000));
    }

    private static void addTwo(TestServer server) {
        server.tasks.addOf(ALICE, TaskStatus.SCHEDULED, "doc-12");
        server.tasks.addOf(ALICE, TaskStatus.SUCCESSFUL, "");
    }
}
