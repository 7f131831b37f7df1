package dev.easel.dist;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A client that orders tasks and looks after them, whatever happens to the hosts, and notes what it is told. */
final class Caller {
    private static final int SUCCESSFUL = 3;
    private static final int FAILED = 4;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final String name;
    private final List<OcsClient> hosts;
    private final Random random;
    private final ClientLedger ledger;
    private final Set<Long> pending = new LinkedHashSet<>();

    /** Makes a caller that asks any of several hosts. */
    Caller(String name, List<URI> hosts, long seed, ClientLedger ledger) {
        this.name = name;
        this.hosts = hosts.stream().map(OcsClient::of).toList();
        this.random = new Random(seed);
        this.ledger = ledger;
    }

    /** Orders tasks until enough were accepted, a few at a time, and returns when all have ended. */
    void work(int tasks) throws InterruptedException {
        int most = 1 + tasks / 5;
        int left = tasks;
        for (int i = 0; left > 0 || !pending.isEmpty(); i++) {
            if (left > 0 && pending.size() < most && order("%s, wish %d".formatted(name, i))) {
                left--;
            }
            for (long id : List.copyOf(pending)) {
                look(id);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(100, 500));
        }
    }

    private boolean order(String prompt) throws InterruptedException {
        int images = random.nextInt(1, 4);
        try {
            OcsAnswer answer = anyHost().schedule(prompt, "kill-test", images);
            if (answer.status() == OK) {
                ledger.accepted(answer.taskId(), prompt, images, answer.taskStatus());
                pending.add(answer.taskId());
                return true;
            }
        } catch (IOException hostIsGone) {
            // As uncertain as an answer that says that the database is away.
        }
        ledger.unanswered(prompt);
        return false;
    }

    private void look(long id) throws InterruptedException {
        try {
            OcsClient host = anyHost();
            OcsAnswer answer = host.fetch(id);
            if (answer.status() == NOT_FOUND) {
                end(id, NOT_FOUND);
            } else if (answer.status() == OK && answer.taskStatus() == SUCCESSFUL) {
                lookAtImage(id, host.image(id, 0));
            } else if (answer.status() == OK && answer.taskStatus() == FAILED) {
                end(id, FAILED);
            } else if (answer.status() == OK) {
                ledger.saw(id, answer.taskStatus());
            }
        } catch (IOException hostIsGone) {
            // The next look tells.
        }
    }

    /** Looks again later where the database is away. */
    private void lookAtImage(long id, HttpResponse<byte[]> image) throws IOException {
        ledger.saw(id, SUCCESSFUL);
        if (image.statusCode() == OK) {
            ledger.saw(id, Spelling.of(image.body()));
            pending.remove(id);
        } else if (image.statusCode() == NOT_FOUND) {
            end(id, NOT_FOUND);
        }
    }

    private void end(long id, int status) {
        ledger.saw(id, status);
        pending.remove(id);
    }

    private OcsClient anyHost() {
        return hosts.get(random.nextInt(hosts.size()));
    }
}
