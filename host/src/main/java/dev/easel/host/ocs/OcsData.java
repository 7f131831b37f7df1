package dev.easel.host.ocs;

import java.io.IOException;

/** The {@code data} of an envelope. */
@FunctionalInterface
interface OcsData {

    /** What errors without a text carry: an empty list, as Nextcloud has it. */
    OcsData NONE = (out, name) -> {
        out.startList(name);
        out.endList();
    };

    /** Writes the data as a value of that name. */
    void writeTo(DataWriter out, String name) throws IOException;

    /** A map with nothing but a message for people. */
    static OcsData message(String text) {
        return new Message(text);
    }

    /** A message for people. */
    record Message(String text) implements OcsData {
        @Override
        public void writeTo(DataWriter out, String name) throws IOException {
            out.startMap(name);
            out.text("message", text);
            out.endMap();
        }
    }
}
