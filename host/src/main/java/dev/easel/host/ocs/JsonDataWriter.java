package dev.easel.host.ocs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes JSON: compact, UTF-8. */
final class JsonDataWriter implements DataWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator json;

    JsonDataWriter(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(out);
        json.writeStartObject();
    }

    @Override
    public void startMap(String name) throws IOException {
        name(name);
        json.writeStartObject();
    }

    @Override
    public void endMap() throws IOException {
        json.writeEndObject();
    }

    @Override
    public void startList(String name) throws IOException {
        name(name);
        json.writeStartArray();
    }

    @Override
    public void endList() throws IOException {
        json.writeEndArray();
    }

    @Override
    public void text(String name, @Nullable String value) throws IOException {
        name(name);
        json.writeString(value == null ? null : Texts.withoutLoneSurrogates(value));
    }

    @Override
    public void number(String name, long value) throws IOException {
        name(name);
        json.writeNumber(value);
    }

    @Override
    public void bool(String name, boolean value) throws IOException {
        name(name);
        json.writeBoolean(value);
    }

    private void name(String name) throws IOException {
        if (json.getOutputContext().inObject()) {
            json.writeFieldName(name);
        }
    }

    @Override
    public void close() throws IOException {
        json.writeEndObject();
        json.close();
    }
}
