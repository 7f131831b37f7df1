package dev.easel.openai.answer;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code data}: an image, the address of one, or both; for use by one thread. */
final class EntryReader {
    private static final int LONGEST_ADDRESS = 8192;
    private static final String DATA = "data:";

    private final ImageReceiver receiver;
    private @Nullable String address;
    private boolean hasImage;

    EntryReader(ImageReceiver receiver) {
        this.receiver = receiver;
    }

    void member(JsonReader json, String name) throws IOException {
        boolean wanted = !hasImage && json.peek() == Token.STRING && (name.equals("b64_json") || name.equals("url"));
        if (!wanted) {
            json.skipValue();
            return;
        }
        try (BufferedSource value = json.nextSource()) {
            PushbackInputStream text = new PushbackInputStream(new JsonStringStream(value), DATA.length());
            if (skipDataPrefix(text) || (name.equals("b64_json") && !isEmpty(text))) {
                hasImage = true;
                receiver.image(new Base64Stream(text));
            } else if (name.equals("url")) {
                address = address(text);
            }
        }
    }

    /** An image that is there is taken before one that has to be fetched. */
    void end() {
        if (!hasImage && address != null && !address.isBlank()) {
            receiver.address(address);
        }
    }

    /** Skips {@code data:image/png;base64,}; tells whether it was there. */
    private static boolean skipDataPrefix(PushbackInputStream text) throws IOException {
        byte[] start = text.readNBytes(DATA.length());
        if (!new String(start, StandardCharsets.US_ASCII).equalsIgnoreCase(DATA)) {
            text.unread(start);
            return false;
        }
        StringBuilder type = new StringBuilder();
        for (int letter = text.read(); letter != ','; letter = text.read()) {
            if (letter < 0 || type.length() > 200) {
                throw new IOException("A data: address in the answer has no comma");
            }
            type.append((char) letter);
        }
        if (!type.toString().toLowerCase(Locale.ROOT).endsWith(";base64")) {
            throw new IOException("A data: address in the answer is not in Base64");
        }
        return true;
    }

    private static boolean isEmpty(PushbackInputStream text) throws IOException {
        int first = text.read();
        if (first >= 0) {
            text.unread(first);
        }
        return first < 0;
    }

    private static String address(InputStream text) throws IOException {
        byte[] address = text.readNBytes(LONGEST_ADDRESS + 1);
        if (address.length > LONGEST_ADDRESS) {
            throw new IOException("An address in the answer is longer than " + LONGEST_ADDRESS + " characters");
        }
        return new String(address, StandardCharsets.UTF_8).strip();
    }
}
