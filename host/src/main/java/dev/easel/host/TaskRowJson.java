package dev.easel.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.api.task.TaskStatus;
import java.time.Instant;
import java.util.Optional;

/** A {@link TaskRow} as JSON on the control socket; times are milliseconds since the epoch. */
final class TaskRowJson {

    private TaskRowJson() {}

    static ObjectNode write(TaskRow task) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", task.id())
                .put("status", task.status().code())
                .put("app", task.app())
                .put("images", task.images())
                .put("attempts", task.attempts())
                .put("created", task.created().toEpochMilli())
                .put("changed", task.changed().toEpochMilli());
        task.user().ifPresent(user -> json.put("user", user));
        task.provider().ifPresent(provider -> json.put("provider", provider));
        task.waitingReason().ifPresent(reason -> json.put("waitingReason", reason));
        task.failureReason().ifPresent(reason -> json.put("failureReason", reason));
        return json;
    }

    static TaskRow read(JsonNode json) {
        return new TaskRow(
                json.path("id").asLong(),
                TaskStatus.ofCode(json.path("status").asInt()),
                text(json, "user"),
                json.path("app").asText(),
                json.path("images").asInt(),
                text(json, "provider"),
                json.path("attempts").asInt(),
                text(json, "waitingReason"),
                text(json, "failureReason"),
                Instant.ofEpochMilli(json.path("created").asLong()),
                Instant.ofEpochMilli(json.path("changed").asLong()));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.path(name).asText()) : Optional.empty();
    }
}
