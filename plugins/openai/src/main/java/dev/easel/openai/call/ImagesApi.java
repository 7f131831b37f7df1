package dev.easel.openai.call;

import dev.easel.api.provider.Cancellation;
import dev.easel.api.provider.ImageSink;
import dev.easel.openai.answer.AnswerReader;
import dev.easel.openai.answer.BoundedSource;
import dev.easel.openai.config.Endpoint;
import dev.easel.openai.download.ImageDownload;
import dev.easel.openai.fault.ErrorReader;
import dev.easel.openai.fault.Redaction;
import dev.easel.openai.fault.RetryDelay;
import dev.easel.openai.fault.ServiceError;
import dev.easel.openai.http.ServiceClient;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;

/** Sends requests to the images API of one service; safe for use by several threads. */
final class ImagesApi {
    private static final int LONGEST_ERROR = 65_536;
    /** Room for all that an answer holds besides images. */
    private static final long BESIDES_IMAGES = 1 << 20;

    private final Endpoint endpoint;
    private final ServiceClient client;
    private final ImageDownload download;
    private final RetryDelay retryDelay;

    ImagesApi(Endpoint endpoint, ServiceClient client, ImageDownload download, Clock clock) {
        this.endpoint = endpoint;
        this.client = client;
        this.download = download;
        this.retryDelay = new RetryDelay(clock);
    }

    /**
     * Sends one request, reads the answer as it arrives, and fetches what it gives the address of.
     *
     * @param body what to send
     * @param filler takes the images
     * @param redaction takes out of errors what nobody may see
     * @param cancellation closes the connection at once
     * @return what the service said in the place of images; empty if it said nothing else
     */
    Optional<ServiceError> post(Buffer body, SinkFiller filler, Redaction redaction, Cancellation cancellation)
            throws IOException {
        Request request = new Request.Builder()
                .url(endpoint.at("images/generations"))
                .headers(endpoint.headers())
                .header("Accept", "application/json")
                .post(new JsonBody(body))
                .build();
        Optional<ServiceError> instead = client.send(request, cancellation, response -> {
            ErrorReader errors = new ErrorReader(response.code(), retryDelay.in(response.headers()), redaction);
            return response.isSuccessful() ? answer(response, filler, errors) : Optional.of(error(response, errors));
        });
        filler.fetchAll(download, cancellation);
        return instead;
    }

    private Optional<ServiceError> answer(Response response, SinkFiller filler, ErrorReader errors) throws IOException {
        BufferedSource whole = response.body().source();
        BufferedSource bounded = Okio.buffer(new BoundedSource(whole, maxAnswer(filler)));
        return new AnswerReader(filler)
                .read(bounded)
                .filter(error -> filler.taken() == 0)
                .map(errors::read);
    }

    /** Base64 takes 4 characters for 3 bytes, and line breaks. */
    private static long maxAnswer(SinkFiller filler) {
        return filler.capacity() * (ImageSink.MAX_BYTES / 2 * 3) + BESIDES_IMAGES;
    }

    private static ServiceError error(Response response, ErrorReader errors) throws IOException {
        BufferedSource body = response.body().source();
        body.request(LONGEST_ERROR);
        Buffer start = body.getBuffer();
        return errors.read(start.readUtf8(Math.min(start.size(), LONGEST_ERROR)));
    }
}
