package dev.easel.openai.config;

import dev.easel.api.plugin.PluginConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;

/** Reads the configuration of one service and finds everything that is wrong with it; for use by one thread. */
public final class ServiceReader {
    /** The fields with keys of their own, and those that are Easel's alone. */
    private static final Set<String> OWN_FIELDS =
            Set.of("prompt", "n", "model", "size", "quality", "output_format", "stream");

    private static final int MOST = 1000;

    private final String name;
    private final PluginConfiguration given;
    private final List<String> faults = new ArrayList<>();

    /**
     * Makes one.
     *
     * @param name the service's name
     * @param given its section
     */
    public ServiceReader(String name, PluginConfiguration given) {
        this.name = name;
        this.given = given;
    }

    /** Returns where the administrator configures a service. */
    static String path(String name) {
        return "plugin.openai.services." + name;
    }

    /**
     * Reads everything.
     *
     * @return the service, or all that is wrong
     */
    public Reading read() {
        if (!ServiceConfiguration.isName(name)) {
            faults.add("plugin.openai.services holds \"" + name
                    + "\"; the name of a service has 1 to 55 characters of a-z, 0-9 and -.");
        }
        HttpUrl baseUrl = new UrlReader(faults).baseUrl(pathTo("base-url"), given.string("base-url"));
        Endpoint endpoint = new EndpointReader(name, given, faults).read(baseUrl);
        OptionalFields fields = fields();
        CallLimits limits = limits();
        return faults.isEmpty()
                ? new Reading.Usable(new ServiceConfiguration(name, endpoint, fields, limits))
                : new Reading.Faulty(name, faults);
    }

    private OptionalFields fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        putText(fields, "model", "model");
        putText(fields, "size", "size");
        putText(fields, "quality", "quality");
        putText(fields, "output_format", "output-format");
        if (!given.string("size").isEmpty() && !given.string("size").matches("auto|[1-9]\\d{1,4}x[1-9]\\d{1,4}")) {
            faults.add("%s is \"%s\"; it must be auto or width x height, such as 1024x1024."
                    .formatted(pathTo("size"), given.string("size")));
        }
        fields.put("response_format", JsonTexts.quote("b64_json"));
        extraFields(fields);
        return new OptionalFields(fields);
    }

    private void extraFields(Map<String, String> fields) {
        String extra = given.string("fields").strip();
        if (extra.isEmpty()) {
            return;
        }
        JsonTexts.members(extra)
                .ifPresentOrElse(
                        members -> putExtra(fields, members),
                        () -> faults.add(
                                pathTo("fields")
                                        + " is no JSON object; write it as in \"\"\"{\"seed\": 42, \"style\": \"vivid\"}\"\"\"."));
    }

    private void putExtra(Map<String, String> fields, Map<String, String> members) {
        Set<String> taken = new LinkedHashSet<>(members.keySet());
        taken.retainAll(OWN_FIELDS);
        if (!taken.isEmpty()) {
            faults.add(pathTo("fields") + " sets " + String.join(", ", taken)
                    + "; Easel sets the prompt, n and stream, and the others have keys of their own.");
        }
        fields.putAll(members);
    }

    private void putText(Map<String, String> fields, String field, String key) {
        if (!given.string(key).isBlank()) {
            fields.put(field, JsonTexts.quote(given.string(key).strip()));
        }
    }

    private CallLimits limits() {
        if (given.duration("timeout").toMillis() < 1000) {
            faults.add(
                    pathTo("timeout") + " is " + given.duration("timeout").toMillis() + " ms; it must be at least 1s.");
        }
        return new CallLimits(given.duration("timeout"), number("concurrency"), number("max-images-per-request"));
    }

    private int number(String key) {
        int number = given.integer(key);
        if (number < 1 || number > MOST) {
            faults.add("%s is %d; it must be 1 to %d.".formatted(pathTo(key), number, MOST));
        }
        return number;
    }

    private String pathTo(String key) {
        return path(name) + "." + key;
    }
}
