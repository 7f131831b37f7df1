package dev.easel.host.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.easel.host.provider.PluginStatus;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells load balancers and administrators how the host is. */
final class HealthRoutes {
    private static final JsonFactory JSON = new JsonFactory();

    private final Supplier<Health> health;
    private final AdminGate gate;

    HealthRoutes(Supplier<Health> health, AdminGate gate) {
        this.health = health;
        this.gate = gate;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health/live", HealthRoutes::live);
        routes.head("/health/live", HealthRoutes::live);
        routes.get("/health/ready", this::ready);
        routes.head("/health/ready", this::ready);
    }

    private static void live(Context context) {
        answer(context, 200, "{\"status\":\"live\"}".getBytes(StandardCharsets.US_ASCII));
    }

    private void ready(Context context) throws IOException {
        Health now = health.get();
        answer(
                context,
                now.ready() ? 200 : 503,
                json(now, LocalCallers.isLocal(context) || gate.isAdministrator(context)));
    }

    private static void answer(Context context, int status, byte[] json) {
        context.status(status);
        context.contentType("application/json");
        context.header("Cache-Control", "no-store");
        context.result(json);
    }

    private static byte[] json(Health health, boolean detailed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("status", health.ready() ? "ready" : "not ready");
            if (detailed) {
                writeTexts(json, "faults", health.faults());
                writeProviders(json, health.providers());
                writePlugins(json, health.plugins());
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void writeProviders(JsonGenerator json, List<Health.Provider> providers) throws IOException {
        json.writeArrayFieldStart("providers");
        for (Health.Provider provider : providers) {
            json.writeStartObject();
            json.writeStringField("id", provider.id());
            json.writeStringField("state", state(provider));
            writeTexts(json, "reasons", provider.readiness().reasons());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writePlugins(JsonGenerator json, List<PluginStatus> plugins) throws IOException {
        json.writeArrayFieldStart("plugins");
        for (PluginStatus plugin : plugins) {
            json.writeStartObject();
            json.writeStringField("jar", plugin.fileName());
            json.writeStringField("id", plugin.pluginId().orElse(""));
            json.writeStringField("version", plugin.version().orElse(""));
            json.writeStringField("state", plugin.state().label());
            json.writeStringField("since", plugin.since().toString());
            writeTexts(json, "reasons", plugin.reasons());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String state(Health.Provider provider) {
        return provider.readiness().state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
