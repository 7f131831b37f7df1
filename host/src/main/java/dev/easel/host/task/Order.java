package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;

/**
 * An order that may be repeated.
 *
 * @param key its name, hashed
 * @param content what is ordered, hashed
 */
record Order(OrderKey key, String content) {

    static Order of(OrderKey key, TaskRequest request) {
        String content = Sha256.of(
                request.input(), request.appId(), request.identifier(), Integer.toString(request.numberOfImages()));
        return new Order(key, content);
    }
}
