package dev.easel.host.ocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.easel.host.ocs.RequestBody.MalformedException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Promise;

/** Reads the fields of a {@code multipart/form-data} body that is in memory already; files are left aside. */
final class MultipartBody {
    private static final int MAX_PARTS = 100;

    private MultipartBody() {}

    static Map<String, JsonNode> parse(String contentType, byte[] body) throws MalformedException {
        String boundary = boundary(contentType)
                .orElseThrow(() -> new MalformedException("multipart/form-data", "body.no-boundary"));
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MAX_PARTS);
        parser.setMaxMemoryFileSize(body.length);
        try (MultiPartFormData.Parts parts = parse(parser, body)) {
            return fields(parts);
        } catch (CompletionException e) {
            throw new MalformedException("multipart/form-data", "body.parts");
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new MalformedException("multipart/form-data", "body.not-utf-8");
        }
    }

    private static Optional<String> boundary(String contentType) {
        try {
            return Optional.ofNullable(MultiPart.extractBoundary(contentType));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Is done when it returns: all that is parsed is in memory. */
    private static MultiPartFormData.Parts parse(MultiPartFormData.Parser parser, byte[] body) {
        CompletableFuture<MultiPartFormData.Parts> parts = new CompletableFuture<>();
        parser.parse(new ByteBufferContentSource(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parts));
        return parts.join();
    }

    private static Map<String, JsonNode> fields(MultiPartFormData.Parts parts) {
        Map<String, JsonNode> fields = new HashMap<>();
        for (MultiPart.Part part : parts) {
            if (part.getName() != null && part.getFileName() == null) {
                fields.put(part.getName(), TextNode.valueOf(part.getContentAsString(StandardCharsets.UTF_8)));
            }
        }
        return fields;
    }
}
