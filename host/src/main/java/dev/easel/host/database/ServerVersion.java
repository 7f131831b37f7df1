package dev.easel.host.database;

import java.util.Comparator;

/**
 * The version of a database server.
 *
 * @param major the first number
 * @param minor the second number
 */
record ServerVersion(int major, int minor) implements Comparable<ServerVersion> {
    @Override
    public int compareTo(ServerVersion other) {
        return Comparator.comparingInt(ServerVersion::major)
                .thenComparingInt(ServerVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
