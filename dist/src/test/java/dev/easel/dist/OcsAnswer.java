package dev.easel.dist;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer in OCS's envelope, whichever format it came in.
 *
 * @param status the status of HTTP
 * @param code the status code in the envelope
 * @param data what the envelope holds; in XML, all values are texts
 */
record OcsAnswer(int status, int code, JsonNode data) {
    static final int SUCCESSFUL = 3;

    /** Returns the task, which the deployed verbs wrap and the documented verbs don't. */
    JsonNode task() {
        return data.has("task") ? data.get("task") : data;
    }

    long taskId() {
        return task().path("id").asLong();
    }

    int taskStatus() {
        return task().path("status").asInt();
    }

    /** Returns the list of tasks, which the deployed verb wraps and the documented verb doesn't. */
    JsonNode tasks() {
        return data.has("tasks") ? data.get("tasks") : data;
    }
}
