package dev.easel.host.image;

import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The images of one attempt as files in a folder of their own. */
final class FileAttemptImages implements AttemptImages {

    private static final Logger LOG = LoggerFactory.getLogger(FileAttemptImages.class);

    private final AttemptFolder folder;
    private final List<ImageDraft> drafts;
    private final ImageInspector inspector;
    private final Durability durability;
    private final Clock clock;
    private boolean ended;
    private boolean published;

    FileAttemptImages(
            AttemptFolder folder,
            List<ImageDraft> drafts,
            ImageInspector inspector,
            Durability durability,
            Clock clock) {
        this.folder = folder;
        this.drafts = List.copyOf(drafts);
        this.inspector = inspector;
        this.durability = durability;
        this.clock = clock;
    }

    @Override
    public List<ImageSink> sinks() {
        return List.copyOf(drafts);
    }

    @Override
    public synchronized List<ImageInfo> publish() throws IOException, UnacceptableImageException {
        if (ended) {
            throw new IllegalStateException("The images were published or closed before");
        }
        ended = true;
        drafts.forEach(ImageDraft::end);
        List<InspectedImage> images = inspectAll();
        for (ImageDraft draft : drafts) {
            draft.sync(durability);
            draft.close();
        }
        folder.publish();
        published = true;
        // Stores keep milliseconds: what is told now has to equal what is read back later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return images.stream().map(image -> image.publishedAt(now)).toList();
    }

    private List<InspectedImage> inspectAll() throws IOException, UnacceptableImageException {
        List<InspectedImage> images = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (ImageDraft draft : drafts) {
            try {
                images.add(draft.inspect(inspector));
            } catch (RefusedImageException refused) {
                faults.add("Image " + draft.index() + " " + refused.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new UnacceptableImageException(faults);
        }
        return images;
    }

    @Override
    public synchronized void close() {
        ended = true;
        if (published) {
            return;
        }
        for (ImageDraft draft : drafts) {
            attempt(draft::close);
        }
        attempt(folder::delete);
    }

    /** What cannot be closed or deleted is a leftover without a row, which does no harm but takes space. */
    private static void attempt(CleanUp step) {
        try {
            step.run();
        } catch (IOException e) {
            LOG.warn("Leaving files of a discarded run behind: {}", e.getMessage());
        }
    }

    @FunctionalInterface
    private interface CleanUp {
        void run() throws IOException;
    }
}
