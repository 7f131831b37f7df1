package dev.easel.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.host.access.UserReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A {@link UserReport} as JSON on the control socket; times are milliseconds since the epoch. */
final class UserReportJson {

    private UserReportJson() {}

    static ObjectNode write(UserReport user) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", user.name())
                .put("administrator", user.administrator())
                .put("created", user.created().toEpochMilli());
        ArrayNode passwords = json.putArray("passwords");
        for (UserReport.Password password : user.passwords()) {
            passwords
                    .addObject()
                    .put("selector", password.selector())
                    .put("created", password.created().toEpochMilli());
        }
        return json;
    }

    static UserReport read(JsonNode json) {
        List<UserReport.Password> passwords = new ArrayList<>();
        for (JsonNode password : json.path("passwords")) {
            passwords.add(new UserReport.Password(password.path("selector").asText(), created(password)));
        }
        return new UserReport(
                json.path("name").asText(), json.path("administrator").asBoolean(), created(json), passwords);
    }

    private static Instant created(JsonNode json) {
        return Instant.ofEpochMilli(json.path("created").asLong());
    }
}
