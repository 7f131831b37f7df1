package dev.easel.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.task.TaskReport;
import java.time.Instant;
import java.util.Optional;

/** A {@link TaskReport} as JSON on the control socket; times are milliseconds since the epoch. */
final class TaskReportJson {

    private TaskReportJson() {}

    static ObjectNode write(TaskReport task) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", task.id())
                .put("status", task.status().code())
                .put("app", task.app())
                .put("images", task.images())
                .put("attempts", task.runs().attempts())
                .put("crashes", task.runs().crashes())
                .put("failures", task.runs().failures())
                .put("created", task.created().toEpochMilli())
                .put("changed", task.changed().toEpochMilli());
        task.user().ifPresent(user -> json.put("user", user));
        task.provider().ifPresent(provider -> json.put("provider", provider));
        task.waitingReason().ifPresent(reason -> json.put("waitingReason", reason));
        task.failureReason().ifPresent(reason -> json.put("failureReason", reason));
        return json;
    }

    static TaskReport read(JsonNode json) {
        return new TaskReport(
                json.path("id").asLong(),
                TaskStatus.ofCode(json.path("status").asInt()),
                text(json, "user"),
                json.path("app").asText(),
                json.path("images").asInt(),
                text(json, "provider"),
                new TaskReport.Runs(
                        json.path("attempts").asInt(),
                        json.path("crashes").asInt(),
                        json.path("failures").asInt()),
                text(json, "waitingReason"),
                text(json, "failureReason"),
                Instant.ofEpochMilli(json.path("created").asLong()),
                Instant.ofEpochMilli(json.path("changed").asLong()));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.path(name).asText()) : Optional.empty();
    }
}
