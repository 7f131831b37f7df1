package dev.easel.host.access;

import java.time.Duration;
import java.util.Optional;

/** Remembers for the length of a window when something happened, by key; safe for use by several threads. */
interface CallLog {

    /**
     * Tells how long a key has to wait until fewer than a number of moments lie within the window, as far as this host
     * knows; never slow.
     *
     * @return empty if it need not wait; else positive
     */
    Optional<Duration> delay(String key, int limit);

    /**
     * Notes this moment unless the key has to wait.
     *
     * @return how long it has to wait, positive; empty if the moment was noted
     */
    Optional<Duration> tryAdd(String key, int limit);
}
