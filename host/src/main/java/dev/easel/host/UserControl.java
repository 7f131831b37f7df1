package dev.easel.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.easel.host.control.ControlException;
import dev.easel.host.control.ControlHandler;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is asked for users on the control socket, at the host's end. */
final class UserControl {
    static final String ADD = "user add";
    static final String ADD_PASSWORD = "user add-password";
    static final String REVOKE = "user revoke";
    static final String REMOVE = "user remove";
    static final String LIST = "user list";
    static final String NAME = "name";
    static final String ADMINISTRATOR = "administrator";
    static final String SELECTOR = "selector";
    static final String PASSWORD = "password";

    private UserControl() {}

    static Map<String, ControlHandler> handlers(UserAdministration users) {
        return Map.of(
                ADD,
                handler((request, answer) -> answerPassword(
                        users.add(name(request), request.path(ADMINISTRATOR).asBoolean()), answer)),
                ADD_PASSWORD,
                handler((request, answer) -> answerPassword(users.addPassword(name(request)), answer)),
                REVOKE,
                handler((request, answer) -> users.revoke(name(request), selector(request))),
                REMOVE,
                handler((request, answer) -> users.remove(name(request))),
                LIST,
                handler((request, answer) -> users.list(user -> answer.accept(UserReportJson.write(user)))));
    }

    private static String name(JsonNode request) {
        return request.path(NAME).asText();
    }

    private static Optional<String> selector(JsonNode request) {
        return request.has(SELECTOR) ? Optional.of(request.path(SELECTOR).asText()) : Optional.empty();
    }

    private static void answerPassword(String password, Consumer<JsonNode> answer) {
        answer.accept(JsonNodeFactory.instance.objectNode().put(PASSWORD, password));
    }

    /** Something that is done with users. */
    @FunctionalInterface
    private interface Deed {
        void run(JsonNode request, Consumer<JsonNode> answer) throws EngineException;
    }

    private static ControlHandler handler(Deed deed) {
        return (request, answer) -> {
            try {
                deed.run(request, answer);
            } catch (EngineException failed) {
                throw new ControlException(String.valueOf(failed.getMessage()), failed);
            }
        };
    }
}
