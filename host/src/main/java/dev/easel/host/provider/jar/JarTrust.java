package dev.easel.host.provider.jar;

import java.nio.file.Path;

/** Tells whether a jar may be loaded, from where it comes and not from what it is; stateless. */
interface JarTrust {

    /**
     * Looks at a jar.
     *
     * @param jar its content
     * @param sha256 of its content
     * @param findings gets every reason not to load it
     */
    void check(Path jar, String sha256, Findings findings);
}
