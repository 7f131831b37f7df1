package dev.easel.diffusion.scheduler;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code scheduler_config.json} or an administrator calls by a name. */
interface Named {

    /** Returns the name, in its only spelling. */
    String configurationName();

    /** Returns the one of that name. */
    static <T extends Named> Optional<T> find(T[] all, String name) {
        return Arrays.stream(all)
                .filter(one -> one.configurationName().equals(name))
                .findFirst();
    }

    /** Returns all names, for people. */
    static String list(Named[] all) {
        return Arrays.stream(all).map(Named::configurationName).collect(Collectors.joining(", "));
    }
}
