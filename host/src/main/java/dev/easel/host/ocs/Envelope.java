package dev.easel.host.ocs;

import java.io.IOException;
import java.io.OutputStream;

/** Writes envelopes: the meta part, then the data. */
final class Envelope {
    private Envelope() {}

    /** Writes an answer piece by piece; the stream stays open. */
    static void write(OcsReply reply, OcsVersion version, Format format, OutputStream out) throws IOException {
        DataWriter writer = format == Format.JSON ? new JsonDataWriter(out) : new XmlDataWriter(out);
        writer.startMap("ocs");
        writeMeta(reply, version, writer);
        reply.data().writeTo(writer, "data");
        writer.endMap();
        writer.close();
    }

    private static void writeMeta(OcsReply reply, OcsVersion version, DataWriter writer) throws IOException {
        writer.startMap("meta");
        writer.text("status", reply.isSuccess() ? "ok" : "failure");
        writer.number("statuscode", version.metaCode(reply.code()));
        writer.text("message", reply.message());
        if (version == OcsVersion.V1) {
            writer.text("totalitems", "");
            writer.text("itemsperpage", "");
        }
        writer.endMap();
    }
}
