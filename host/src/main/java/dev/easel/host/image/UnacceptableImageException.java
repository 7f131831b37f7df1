package dev.easel.host.image;

import java.util.List;

/** A provider wrote something that is not served. */
public final class UnacceptableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param faults at least one sentence, each naming the image's index, what was found and what is allowed
     */
    public UnacceptableImageException(List<String> faults) {
        super(String.join("; ", faults));
    }
}
