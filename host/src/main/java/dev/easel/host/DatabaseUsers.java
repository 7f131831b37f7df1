package dev.easel.host;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.access.UserException;
import dev.easel.host.access.UserReport;
import dev.easel.host.access.Users;
import java.util.Optional;
import java.util.function.Consumer;

/** The users in an open database. */
final class DatabaseUsers implements UserAdministration {
    private final Users users;
    private final Runnable onClose;

    DatabaseUsers(Users users, Runnable onClose) {
        this.users = users;
        this.onClose = onClose;
    }

    @Override
    public String add(String name, boolean administrator) throws EngineException {
        return done(() -> users.add(name, administrator));
    }

    @Override
    public String addPassword(String name) throws EngineException {
        return done(() -> users.addPassword(name));
    }

    @Override
    public void revoke(String name, Optional<String> selector) throws EngineException {
        done(() -> {
            if (selector.isPresent()) {
                users.revoke(name, selector.get());
            } else {
                users.revokeAll(name);
            }
            return "";
        });
    }

    @Override
    public void remove(String name) throws EngineException {
        done(() -> {
            users.remove(name);
            return "";
        });
    }

    @Override
    public void list(Consumer<UserReport> each) throws EngineException {
        done(() -> {
            users.list(each);
            return "";
        });
    }

    @Override
    public void close() {
        onClose.run();
    }

    /** Something that is done with users, and what comes of it. */
    @FunctionalInterface
    private interface Deed {
        String run() throws UserException;
    }

    private static String done(Deed deed) throws EngineException {
        try {
            return deed.run();
        } catch (UserException | TaskStoreException e) {
            throw new EngineException(String.valueOf(e.getMessage()), e);
        }
    }
}
