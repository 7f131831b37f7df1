package dev.easel.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.host.provider.PluginStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link PluginStatus} as JSON on the control socket; times are milliseconds since the epoch. */
final class PluginStatusJson {

    private PluginStatusJson() {}

    static ObjectNode write(PluginStatus status) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("jar", status.fileName())
                .put("state", status.state().name())
                .put("since", status.since().toEpochMilli());
        status.pluginId().ifPresent(id -> json.put("id", id));
        status.version().ifPresent(version -> json.put("version", version));
        status.reasons().forEach(json.putArray("reasons")::add);
        return json;
    }

    static PluginStatus read(JsonNode json) {
        List<String> reasons = new ArrayList<>();
        json.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        return new PluginStatus(
                json.path("jar").asText(),
                text(json, "id"),
                text(json, "version"),
                PluginStatus.State.valueOf(json.path("state").asText()),
                Instant.ofEpochMilli(json.path("since").asLong()),
                reasons);
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.path(name).asText()) : Optional.empty();
    }
}
