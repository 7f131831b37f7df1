package dev.easel.host.task;

import dev.easel.api.task.TaskStatus;
import java.nio.file.Path;

/** A host in a process of its own that runs one task without an end and has another in its queue. */
final class StuckHost {
    private StuckHost() {}

    public static void main(String[] arguments) throws InterruptedException {
        TestProvider stuck = new TestProvider("painter").always(Behaviour.workingUntilInterrupted());
        try (ServiceFixture host = ServiceFixture.start(Path.of(arguments[0]), stuck)) {
            long running = host.queue(ServiceFixture.ALICE, "running").id();
            host.await(running, TaskStatus.RUNNING);
            System.out.println("RUNNING " + running);
            System.out.println(
                    "QUEUED " + host.queue(ServiceFixture.ALICE, "queued").id());
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
