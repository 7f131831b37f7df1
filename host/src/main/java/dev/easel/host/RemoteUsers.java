package dev.easel.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.host.access.UserReport;
import dev.easel.host.control.ControlClient;
import dev.easel.host.control.ControlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Has a running host do what is to be done with users. */
final class RemoteUsers implements UserAdministration {
    private final ControlClient client;

    RemoteUsers(ControlClient client) {
        this.client = client;
    }

    @Override
    public String add(String name, boolean administrator) throws EngineException {
        return password(UserControl.ADD, request(name).put(UserControl.ADMINISTRATOR, administrator));
    }

    @Override
    public String addPassword(String name) throws EngineException {
        return password(UserControl.ADD_PASSWORD, request(name));
    }

    @Override
    public void revoke(String name, Optional<String> selector) throws EngineException {
        ObjectNode request = request(name);
        selector.ifPresent(text -> request.put(UserControl.SELECTOR, text));
        ask(UserControl.REVOKE, request, json -> {});
    }

    @Override
    public void remove(String name) throws EngineException {
        ask(UserControl.REMOVE, request(name), json -> {});
    }

    @Override
    public void list(Consumer<UserReport> each) throws EngineException {
        ask(UserControl.LIST, JsonNodeFactory.instance.objectNode(), json -> each.accept(UserReportJson.read(json)));
    }

    /** Does nothing: everything has its own connection. */
    @Override
    public void close() {}

    private static ObjectNode request(String name) {
        return JsonNodeFactory.instance.objectNode().put(UserControl.NAME, name);
    }

    private String password(String command, ObjectNode request) throws EngineException {
        List<String> answers = new ArrayList<>();
        ask(
                command,
                request,
                json -> answers.add(json.path(UserControl.PASSWORD).asText()));
        return answers.get(0);
    }

    private void ask(String command, ObjectNode request, Consumer<JsonNode> each) throws EngineException {
        try {
            client.ask(command, request, each);
        } catch (ControlException failed) {
            throw new EngineException(String.valueOf(failed.getMessage()), failed);
        }
    }
}
