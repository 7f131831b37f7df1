package dev.easel.diffusion.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What {@code tokenizer_config.json} and {@code special_tokens_map.json} say; what they leave open is as in
 * transformers.
 *
 * <p>If both name a special token, {@code special_tokens_map.json} is right (Stable Diffusion 2.1 depends on it),
 * unless {@code tokenizer_config.json} has {@code added_tokens_decoder}, as newer files have. So it is in transformers,
 * too.
 */
final class TokenizerSettings {
    private static final int USUAL_LENGTH = 77;
    private static final int SHORTEST = 3;

    /** Transformers writes 10³⁰ where no length is set. */
    private static final int LONGEST = 10_000;

    private final Path configurationFile;
    private final Path specialTokensFile;
    private final Consumer<String> faults;
    private final JsonNode configuration;
    private final JsonNode specialTokens;

    /** Reads the files of a folder, which can lack {@code special_tokens_map.json}. */
    TokenizerSettings(Path folder, Consumer<String> faults) {
        this.configurationFile = folder.resolve("tokenizer_config.json");
        this.specialTokensFile = folder.resolve("special_tokens_map.json");
        this.faults = faults;
        this.configuration = JsonFile.read(configurationFile, faults).orElse(MissingNode.getInstance());
        this.specialTokens = Optional.of(specialTokensFile)
                .filter(Files::exists)
                .flatMap(file -> JsonFile.read(file, faults))
                .orElse(MissingNode.getInstance());
    }

    /** Returns how many numbers the text encoder reads at once. */
    int maxLength() {
        JsonNode length = configuration.path("model_max_length");
        if (length.isMissingNode() || length.isNull()) {
            return USUAL_LENGTH;
        }
        double value = length.isNumber() ? length.doubleValue() : Double.NaN;
        if (value > LONGEST) {
            return USUAL_LENGTH;
        }
        if (value >= SHORTEST && value == Math.rint(value)) {
            return (int) value;
        }
        faults.accept("%s says %s for model_max_length, which must be a whole number, at least %d; mostly it is %d"
                .formatted(configurationFile, length, SHORTEST, USUAL_LENGTH));
        return USUAL_LENGTH;
    }

    /** Finds the number of a special token; 0, with a fault, if there is none. */
    int specialToken(String key, String usual, Vocabulary vocabulary) {
        boolean mapped = specialTokens.hasNonNull(key) && !configuration.has("added_tokens_decoder");
        JsonNode value = mapped ? specialTokens.path(key) : configuration.path(key);
        String token = value.path("content").asText(value.asText(usual));
        OptionalInt id = vocabulary.id(token);
        if (id.isEmpty()) {
            faults.accept(("%s: %s is \"%s\", which vocab.json doesn't have; write the right token there, "
                            + "or get vocab.json anew from the model's source")
                    .formatted(mapped ? specialTokensFile : configurationFile, key, token));
        }
        return id.orElse(0);
    }
}
