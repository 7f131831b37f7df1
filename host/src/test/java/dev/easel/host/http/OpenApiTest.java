package dev.easel.host.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.task.Owner;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.easel.host.http.TestServer.as;
import static dev.easel.host.http.TestServer.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Answers on the deployed verbs are what the deployed contract's OpenAPI document describes. */
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "/ocs/v2.php/text2image";
    private static final String FOX = "{\"input\":\"a red fox\",\"appId\":\"my_app\"}";
    private static final Owner ALICE = Owner.user("alice");

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private void assertDescribed(HttpRequest.Builder request, String verb, String path, int status) throws IOException {
        HttpResponse<String> response = server.send(as("alice", request.header("Accept", "application/json")));
        assertEquals(status, response.statusCode());
        assertEquals(Set.of(), Set.copyOf(schema(verb, path, status).validate(JSON.readTree(response.body()))));
    }

    private static JsonSchema schema(String verb, String path, int status) throws IOException {
        JsonNode openApi =
                JSON.readTree(Path.of("src/test/resources/openapi.json").toFile());
        JsonNode described = openApi.path("paths")
                .path(BASE + path)
                .path(verb)
                .path("responses")
                .path("" + status)
                .path("content")
                .path("application/json")
                .path("schema");
        assertFalse(described.isMissingNode(), () -> verb + " " + path + " " + status + " is not described");
        ObjectNode schema = described.deepCopy();
        schema.set("components", openApi.path("components"));
        allowNull(schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    /** OpenAPI 3.0's {@code nullable}, which JSON Schema doesn't know, becomes a second type. */
    private static void allowNull(JsonNode schema) {
        schema.forEach(OpenApiTest::allowNull);
        if (schema instanceof ObjectNode type && type.path("nullable").asBoolean()) {
            String otherwise = type.path("type").asText();
            type.putArray("type").add(otherwise).add("null");
        }
    }

    private HttpRequest.Builder order() {
        return server.ocs(BASE + "/schedule")
                .header("Content-Type", "application/json")
                .POST(text(FOX));
    }

    @Test
    void availabilityIsDescribed() throws IOException {
        assertDescribed(server.ocs(BASE + "/is_available"), "get", "/is_available", 200);
    }

    @Test
    void schedulingIsDescribed() throws IOException {
        assertDescribed(order(), "post", "/schedule", 200);
        server.tasks.providers = false;
        assertDescribed(order(), "post", "/schedule", 412);
    }

    @Test
    void tasksAreDescribed() throws IOException {
        server.tasks.addOf(ALICE, TaskStatus.SUCCESSFUL, "doc-12");
        assertDescribed(server.ocs(BASE + "/task/7"), "get", "/task/{id}", 200);
        assertDescribed(server.ocs(BASE + "/task/7/image/0"), "get", "/task/{id}/image/{index}", 404);
        assertDescribed(server.ocs(BASE + "/tasks/app/my_app"), "get", "/tasks/app/{appId}", 200);
        assertDescribed(server.ocs(BASE + "/task/7").DELETE(), "delete", "/task/{id}", 200);
        assertDescribed(server.ocs(BASE + "/task/7"), "get", "/task/{id}", 404);
    }

    @Test
    void aGuestsTaskHasNoUser() throws IOException {
        server.tasks.addOf(Owner.guest("127.0.0.1", Optional.empty()), TaskStatus.SUCCESSFUL, "");
        HttpResponse<String> response = server.send(server.ocs(BASE + "/task/7?format=json"));
        assertEquals(Set.of(), Set.copyOf(schema("get", "/task/{id}", 200).validate(JSON.readTree(response.body()))));
    }

    @Test
    void theDescriptionIsReallyAsked() throws IOException {
        JsonNode wrong = JSON.readTree("{\"ocs\":{\"meta\":{},\"data\":{\"task\":{\"id\":\"7\"}}}}");
        assertFalse(schema("get", "/task/{id}", 200).validate(wrong).isEmpty());
    }
}
