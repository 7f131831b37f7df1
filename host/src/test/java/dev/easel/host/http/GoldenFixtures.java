package dev.easel.host.http;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.access.AccessLimits;
import dev.easel.host.http.TestServer.Setup;
import dev.easel.host.ocs.BytesImage;
import dev.easel.host.task.Owner;

/** The state that a golden exchange presupposes. */
final class GoldenFixtures {
    private static final Owner ALICE = Owner.user("alice");

    private GoldenFixtures() {}

    static Setup setup(int number) {
        return number == 42 ? Setup.LIMITED : Setup.OPEN;
    }

    static void prepare(int number, TestServer server) {
        switch (number) {
            case 4, 24, 25, 26 -> server.tasks.providers = false;
            case 18 -> server.tasks.becomes = TaskStatus.SUCCESSFUL;
            case 19 -> server.tasks.becomes = TaskStatus.FAILED;
            case 36 -> server.tasks.addOf(ALICE, TaskStatus.SUCCESSFUL, "doc-12");
            case 42 -> missTooOften(server);
            case 45, 47 -> addImage(server);
            case 50 -> server.tasks.addOf(ALICE, TaskStatus.SCHEDULED, "doc-12");
            case 54 -> addTwo(server);
            default -> {
                // The other exchanges presuppose nothing.
            }
        }
    }

    private static void missTooOften(TestServer server) {
        for (int i = 0; i < AccessLimits.MISSES; i++) {
            server.send(TestServer.as("alice", server.ocs("/ocs/v2.php/text2image/task/999")));
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
