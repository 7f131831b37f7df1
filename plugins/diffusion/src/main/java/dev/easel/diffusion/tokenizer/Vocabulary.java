package dev.easel.diffusion.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The numbers of the tokens, from 0 up without gaps; immutable. */
final class Vocabulary {
    private final Map<String, Integer> ids;

    private Vocabulary(Map<String, Integer> ids) {
        this.ids = ids;
    }

    /** Reads {@code vocab.json}; empty, with a fault, if it isn't what it should be. */
    static Optional<Vocabulary> read(Path file, Consumer<String> faults) {
        return JsonFile.read(file, faults).flatMap(tokens -> read(tokens, file, faults));
    }

    private static Optional<Vocabulary> read(JsonNode tokens, Path file, Consumer<String> faults) {
        Map<String, Integer> ids = new HashMap<>();
        BitSet taken = new BitSet();
        for (Map.Entry<String, JsonNode> token : tokens.properties()) {
            JsonNode id = token.getValue();
            if (id.isInt() && id.intValue() >= 0 && id.intValue() < tokens.size()) {
                ids.put(token.getKey(), id.intValue());
                taken.set(id.intValue());
            }
        }
        if (taken.cardinality() == tokens.size()) {
            return Optional.of(new Vocabulary(ids));
        }
        faults.accept(("%s gives no token the number %d, but %d tokens must have the numbers 0 to %d, each its own; "
                        + "get it anew from the model's source")
                .formatted(file, taken.nextClearBit(0), tokens.size(), tokens.size() - 1));
        return Optional.empty();
    }

    /** Returns the number of a token; empty if there is no such token. */
    OptionalInt id(String token) {
        Integer id = ids.get(token);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }
}
