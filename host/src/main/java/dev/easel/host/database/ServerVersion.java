package dev.easel.host.database;

import dev.easel.api.task.TaskStoreException;

/**
 * Which server it is that {@code database.url} names.
 *
 * @param product its name, as the driver tells it
 * @param major the first number of its version
 * @param minor the second number of its version
 */
record ServerVersion(String product, int major, int minor) {
    /** The first that the queue's statements were made for. */
    private static final ServerVersion OLDEST = new ServerVersion("MariaDB", 10, 6);

    /**
     * Refuses what the store does not work on.
     *
     * @throws TaskStoreException if it is no MariaDB, or an old one
     */
    void requireSupported() {
        if (!product.equals(OLDEST.product) || isOlderThan(OLDEST)) {
            throw new TaskStoreException(
                    "database.url names a server of " + this + "; Easel needs " + OLDEST
                            + " or newer, or its embedded database, which it uses where database.url is empty",
                    null);
        }
    }

    private boolean isOlderThan(ServerVersion other) {
        return major < other.major || (major == other.major && minor < other.minor);
    }

    @Override
    public String toString() {
        return product + " " + major + "." + minor;
    }
}
