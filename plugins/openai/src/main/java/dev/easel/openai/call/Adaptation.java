package dev.easel.openai.call;

import dev.easel.openai.config.JsonTexts;

/** A way in which requests to a service differ from what is configured, because it refused that. */
sealed interface Adaptation {

    RequestShape applyTo(RequestShape shape);

    /** Says what is done, as the rest of a sentence that begins with the service. */
    String inWords();

    /** A field that the service does not take. */
    record LeaveOut(String field) implements Adaptation {
        @Override
        public RequestShape applyTo(RequestShape shape) {
            return field.equals("n")
                    ? new RequestShape(shape.fields(), 1, false)
                    : new RequestShape(shape.fields().without(field), shape.maxImages(), shape.sendsNumber());
        }

        @Override
        public String inWords() {
            return "does not take " + field + ", which is left out from now on";
        }
    }

    /** Another size. */
    record Resize(String size) implements Adaptation {
        @Override
        public RequestShape applyTo(RequestShape shape) {
            return new RequestShape(
                    shape.fields().with("size", JsonTexts.quote(size)), shape.maxImages(), shape.sendsNumber());
        }

        @Override
        public String inWords() {
            return "does not take the configured size and is asked for " + size + " from now on";
        }
    }

    /** Fewer images in one request. */
    record AtMost(int images) implements Adaptation {
        @Override
        public RequestShape applyTo(RequestShape shape) {
            return new RequestShape(shape.fields(), Math.min(images, shape.maxImages()), shape.sendsNumber());
        }

        @Override
        public String inWords() {
            return "makes at most " + images
                    + " image(s) for one request; more are asked for one request after another";
        }
    }
}
