package dev.easel.host.ocs;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as they come, in JSON or in XML. Every value has a name; inside a list JSON leaves it out and XML takes
 * {@value #ELEMENT}.
 */
interface DataWriter extends Closeable {
    String ELEMENT = "element";

    void startMap(String name) throws IOException;

    void endMap() throws IOException;

    void startList(String name) throws IOException;

    void endList() throws IOException;

    /** Writes a text or, where there is none, the format's nothing. */
    void text(String name, @Nullable String value) throws IOException;

    void number(String name, long value) throws IOException;

    void bool(String name, boolean value) throws IOException;
}
