package dev.easel.diffusion.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads files that hold a JSON object. */
final class JsonFile {
    private JsonFile() {}

    /** Reads a file; empty, with a fault, if there is none or if it is no JSON object. */
    static Optional<JsonNode> read(Path file, Consumer<String> faults) {
        try {
            JsonNode content = mapper().readTree(Files.readAllBytes(file));
            if (content.isObject()) {
                return Optional.of(content);
            }
            faults.accept("%s holds no JSON object; get it anew from the model's source".formatted(file));
        } catch (JsonProcessingException noJson) {
            faults.accept("%s is no JSON at line %d: %s; get it anew from the model's source"
                    .formatted(file, noJson.getLocation().getLineNr(), noJson.getOriginalMessage()));
        } catch (IOException failure) {
            faults.accept(unreadable(file, failure));
        }
        return Optional.empty();
    }

    /** Says that a file isn't there or can't be read. */
    static String unreadable(Path file, IOException failure) {
        return Files.exists(file)
                ? "%s can't be read: %s; check its rights and the disk".formatted(file, failure)
                : "%s is missing; copy it there from the model's source".formatted(file);
    }

    /** Recycles no buffers, since those that threads keep would keep the plugin's classes; expects many names. */
    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
