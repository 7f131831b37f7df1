package dev.easel.host.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Answers requests of one command; safe for use by several threads. */
@FunctionalInterface
public interface ControlHandler {

    /**
     * Answers a request.
     *
     * @param request what was asked
     * @param answer takes the lines of the answer
     * @throws ControlException if the request cannot be answered; its message goes to the asker
     */
    void answer(JsonNode request, Consumer<JsonNode> answer) throws ControlException;
}
