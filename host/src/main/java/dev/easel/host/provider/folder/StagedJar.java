package dev.easel.host.provider.folder;

import java.nio.file.Path;

/**
 * A private copy of a jar, deleted when all who hold it have let go of it.
 *
 * <p>Let go of once; safe for use by several threads.
 */
public final class StagedJar implements AutoCloseable {
    private final Staging staging;
    private final Path path;
    private final String sha256;

    StagedJar(Staging staging, Path path, String sha256) {
        this.staging = staging;
        this.path = path;
        this.sha256 = sha256;
    }

    /**
     * Returns where the copy is.
     *
     * @return its path
     */
    public Path path() {
        return path;
    }

    /**
     * Returns what the copy's content is.
     *
     * @return the SHA-256, in lower-case hexadecimal digits
     */
    public String sha256() {
        return sha256;
    }

    /**
     * Holds the copy once more.
     *
     * @return another hold, to be let go of by itself
     */
    public StagedJar share() {
        return staging.hold(sha256);
    }

    /** Lets go of the copy. */
    @Override
    public void close() {
        staging.letGo(sha256);
    }
}
