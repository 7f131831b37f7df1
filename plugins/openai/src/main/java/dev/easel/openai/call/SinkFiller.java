package dev.easel.openai.call;

import dev.easel.api.provider.Cancellation;
import dev.easel.api.provider.ImageSink;
import dev.easel.openai.answer.ImageCopy;
import dev.easel.openai.answer.ImageReceiver;
import dev.easel.openai.answer.StorageException;
import dev.easel.openai.download.ImageDownload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Puts the images of one answer into sinks; more images than sinks are ignored. For use by one thread. */
final class SinkFiller implements ImageReceiver {
    private static final int TRIES = 3;

    private final List<ImageSink> sinks;
    private final List<Address> addresses = new ArrayList<>();
    private int taken;
    private int opened;

    private record Address(String url, ImageSink sink) {}

    SinkFiller(List<ImageSink> sinks) {
        this.sinks = sinks;
    }

    @Override
    public void image(InputStream image) throws IOException {
        if (taken < sinks.size()) {
            taken++;
            write(image, sinks.get(taken - 1));
        }
    }

    @Override
    public void address(String url) {
        if (taken < sinks.size()) {
            taken++;
            addresses.add(new Address(url, sinks.get(taken - 1)));
        }
    }

    /** Returns how many images there is room for. */
    int capacity() {
        return sinks.size();
    }

    /** Returns how many sinks have got an image or the address of one. */
    int taken() {
        return taken;
    }

    /** Tells whether a sink was written to, and so cannot be written again. */
    boolean hasOpened() {
        return opened > 0;
    }

    /** Fetches what came as addresses. Images that were made cost something: fetching is tried again. */
    void fetchAll(ImageDownload download, Cancellation cancellation) throws IOException {
        for (Address address : addresses) {
            for (int tries = 1; !fetched(download, address, cancellation, tries == TRIES); tries++) {
                cancellation.throwIfCancelled();
            }
        }
    }

    private boolean fetched(ImageDownload download, Address address, Cancellation cancellation, boolean isLast)
            throws IOException {
        int before = opened;
        try {
            download.fetch(address.url(), cancellation, image -> write(image, address.sink()));
            return true;
        } catch (IOException failed) {
            if (isLast || opened > before || cancellation.isCancelled() || failed instanceof StorageException) {
                throw failed;
            }
            return false;
        }
    }

    private void write(InputStream image, ImageSink sink) throws IOException {
        ImageCopy.copy(image, new ImageSink() {
            @Override
            public int index() {
                return sink.index();
            }

            @Override
            public OutputStream openStream() throws IOException {
                opened++;
                return sink.openStream();
            }
        });
    }
}
