package dev.easel.host;

import dev.easel.host.access.UserReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Two users, one with two app passwords; remembers what it was asked to do. */
final class FakeUsers implements UserAdministration {
    static final UserReport ALICE = new UserReport(
            "alice",
            true,
            Instant.ofEpochMilli(1_500),
            List.of(
                    new UserReport.Password("k3v9-qz7m", Instant.ofEpochMilli(1_600)),
                    new UserReport.Password("0000-0001", Instant.ofEpochMilli(2_600))));
    static final UserReport BOB = new UserReport("bob", false, Instant.ofEpochMilli(2_000), List.of());

    final List<String> done = new ArrayList<>();

    @Override
    public String add(String name, boolean administrator) throws EngineException {
        if (name.equals("alice")) {
            throw new EngineException("There is a user alice already.");
        }
        done.add("add " + name + (administrator ? " as administrator" : ""));
        return "the password of " + name;
    }

    @Override
    public String addPassword(String name) {
        done.add("add password of " + name);
        return "another password of " + name;
    }

    @Override
    public void revoke(String name, Optional<String> selector) {
        done.add("revoke " + selector.orElse("all") + " of " + name);
    }

    @Override
    public void remove(String name) {
        done.add("remove " + name);
    }

    @Override
    public void list(Consumer<UserReport> each) {
        List.of(ALICE, BOB).forEach(each);
    }

    @Override
    public void close() {
        done.add("closed");
    }
}
