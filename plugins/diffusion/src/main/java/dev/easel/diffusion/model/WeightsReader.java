package dev.easel.diffusion.model;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads where one tensor of weights is, a {@code TensorProto}; for use by one thread. */
final class WeightsReader {
    private static final int EXTERNAL = 1;

    private final ProtoReader in;
    private final Map<String, String> location = new HashMap<>();
    private String name = "";
    private long dataLocation;
    private String key = "";
    private String value = "";

    WeightsReader(ProtoReader in) {
        this.in = in;
    }

    /** Reads the present field of the reader. */
    void read() throws IOException {
        in.message(field -> {
            switch (field) {
                case 8 -> name = in.text();
                case 13 -> entry();
                case 14 -> dataLocation = in.number();
                default -> {
                    return false;
                }
            }
            return true;
        });
    }

    String name() {
        return name;
    }

    /** Returns the file that holds them; empty if they are in the graph's own. */
    Optional<String> externalFile() {
        return dataLocation == EXTERNAL ? Optional.ofNullable(location.get("location")) : Optional.empty();
    }

    /** Returns the position in that file where they end, or begin if their length is not given. */
    long externalEnd() throws BrokenOnnxException {
        return position("offset") + position("length");
    }

    private void entry() throws IOException {
        key = "";
        value = "";
        in.message(field -> {
            switch (field) {
                case 1 -> key = in.text();
                case 2 -> value = in.text();
                default -> {
                    return false;
                }
            }
            return true;
        });
        location.put(key, value);
    }

    private long position(String part) throws BrokenOnnxException {
        String text = location.getOrDefault(part, "0");
        if (!text.matches("\\d{1,18}")) {
            throw new BrokenOnnxException(
                    "says that the %s of external data is \"%s\", which is no position; ".formatted(part, text)
                            + "fetch or export it again");
        }
        return Long.parseLong(text);
    }
}
