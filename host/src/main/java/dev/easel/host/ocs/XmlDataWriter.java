package dev.easel.host.ocs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes XML as PHP's {@code XMLWriter} does for Nextcloud: one space a level, empty containers closed at once. */
final class XmlDataWriter implements DataWriter {

    /** An element that has been opened; whether its content is a list, and whether it has any. */
    private static final class Open {
        private final String name;
        private final boolean list;
        private boolean empty = true;

        Open(String name, boolean list) {
            this.name = name;
            this.list = list;
        }
    }

    private final Writer out;
    private final Deque<Open> open = new ArrayDeque<>();

    XmlDataWriter(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write("<?xml version=\"1.0\"?>\n");
    }

    @Override
    public void startMap(String name) throws IOException {
        start(name, false);
    }

    @Override
    public void endMap() throws IOException {
        end();
    }

    @Override
    public void startList(String name) throws IOException {
        start(name, true);
    }

    @Override
    public void endList() throws IOException {
        end();
    }

    @Override
    public void text(String name, @Nullable String value) throws IOException {
        String tag = child(name);
        out.write(value == null ? "<" + tag + "/>\n" : "<" + tag + ">" + escaped(value) + "</" + tag + ">\n");
    }

    @Override
    public void number(String name, long value) throws IOException {
        text(name, Long.toString(value));
    }

    @Override
    public void bool(String name, boolean value) throws IOException {
        text(name, value ? "1" : "");
    }

    /** The opening tag waits for the first child: without one it closes itself. */
    private void start(String name, boolean list) throws IOException {
        String tag = child(name);
        out.write("<" + tag);
        open.push(new Open(tag, list));
    }

    private void end() throws IOException {
        Open ended = open.pop();
        if (ended.empty) {
            out.write("/>\n");
        } else {
            indent();
            out.write("</" + ended.name + ">\n");
        }
    }

    /** Makes room for a child of the innermost element and returns its tag. */
    private String child(String name) throws IOException {
        Open parent = open.peek();
        if (parent == null) {
            return name;
        }
        if (parent.empty) {
            out.write(">\n");
            parent.empty = false;
        }
        indent();
        return parent.list ? ELEMENT : name;
    }

    private void indent() throws IOException {
        out.write(" ".repeat(open.size()));
    }

    private static String escaped(String text) {
        return Texts.fitForXml(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
