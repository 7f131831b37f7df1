package dev.easel.host.task;

import java.security.SecureRandom;

/** Makes public ids that cannot be guessed and that a JavaScript number holds. */
final class TaskIds {
    private static final int BITS = 53;

    private final SecureRandom random = new SecureRandom();

    /** A random id from 1 to 2<sup>53</sup> - 1. */
    long next() {
        long id = random.nextLong() >>> (Long.SIZE - BITS);
        return id == 0 ? next() : id;
    }
}
