package dev.easel.host;

/** Hears how far a generation is; safe for use by several threads. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Says how far it is.
     *
     * @param fraction of all images together, from 0 to 1
     */
    void progress(double fraction);
}
