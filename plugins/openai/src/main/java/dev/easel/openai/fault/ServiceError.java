package dev.easel.openai.fault;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a service said instead of sending images, without the secrets and the prompt that it repeated.
 *
 * @param status the status of HTTP; 200 if an error came in the place of images
 * @param code the service's own code or type of the error, in lower case; empty if it has none
 * @param param the field of the request that is at fault; empty if it names none
 * @param message the service's words; empty if it had none
 * @param retryAfter how long to wait at least; empty if it did not say
 */
public record ServiceError(int status, String code, String param, String message, Optional<Duration> retryAfter) {

    private static final int READABLE = 300;

    /**
     * Returns the service's words for people.
     *
     * @return a text that may follow a sentence without a full stop
     */
    public String inWords() {
        if (message.isEmpty()) {
            return ".";
        }
        return ". It says: " + (message.length() <= READABLE ? message : message.substring(0, READABLE - 1) + "…");
    }

    /**
     * Tells whether the service's code or words hold one of several texts.
     *
     * @param texts in lower case
     * @return true if one of them is there, whatever its case
     */
    public boolean mentions(String... texts) {
        String words = (code + " " + message).toLowerCase(Locale.ROOT);
        for (String text : texts) {
            if (words.contains(text)) {
                return true;
            }
        }
        return false;
    }
}
