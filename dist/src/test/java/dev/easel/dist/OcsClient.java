package dev.easel.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** A client as it is written for Nextcloud: of one version of OCS, one format and one set of verbs. */
final class OcsClient {
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final String base;
    private final OcsFormat format;
    private final OcsVerbs verbs;

    OcsClient(URI host, String version, OcsFormat format, OcsVerbs verbs) {
        this.base = host + "/ocs/" + version + ".php/text2image";
        this.format = format;
        this.verbs = verbs;
    }

    /** Makes a client of the second version that speaks JSON with the deployed verbs. */
    static OcsClient of(URI host) {
        return new OcsClient(host, "v2", OcsFormat.JSON, OcsVerbs.DEPLOYED);
    }

    OcsAnswer isAvailable() throws IOException, InterruptedException {
        return ask("GET", "/is_available");
    }

    OcsAnswer schedule(String prompt, String appId, int images) throws IOException, InterruptedException {
        String body = new ObjectMapper()
                .writeValueAsString(Map.of("input", prompt, "appId", appId, "numberOfImages", images));
        return read(send("POST", "/schedule", BodyPublishers.ofString(body)));
    }

    OcsAnswer fetch(long id) throws IOException, InterruptedException {
        return ask(verbs.toFetch(), "/task/" + id);
    }

    HttpResponse<byte[]> image(long id, int index) throws IOException, InterruptedException {
        return send(verbs.toFetch(), "/task/" + id + "/image/" + index, BodyPublishers.noBody());
    }

    OcsAnswer delete(long id) throws IOException, InterruptedException {
        return ask("DELETE", "/task/" + id);
    }

    OcsAnswer list(String appId) throws IOException, InterruptedException {
        return ask(verbs.toList(), "/tasks/app/" + appId);
    }

    private OcsAnswer ask(String verb, String path) throws IOException, InterruptedException {
        return read(send(verb, path, BodyPublishers.noBody()));
    }

    private HttpResponse<byte[]> send(String verb, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(base + path + "?format=" + format.name().toLowerCase(Locale.ROOT)))
                .header("OCS-APIRequest", "true")
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(1))
                .method(verb, body)
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    private OcsAnswer read(HttpResponse<byte[]> answer) throws IOException {
        JsonNode envelope = format.read(answer.body());
        return new OcsAnswer(
                answer.statusCode(), envelope.path("meta").path("statuscode").asInt(), envelope.path("data"));
    }
}
