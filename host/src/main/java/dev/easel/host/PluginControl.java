package dev.easel.host;

import dev.easel.host.control.ControlHandler;
import dev.easel.host.provider.PluginStatus;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Questions about plugins on the control socket, at the host's end. */
final class PluginControl {
    static final String LIST = "plugin list";

    private PluginControl() {}

    static Map<String, ControlHandler> handlers(Supplier<List<PluginStatus>> plugins) {
        return Map.of(
                LIST,
                (request, answer) -> plugins.get().forEach(status -> answer.accept(PluginStatusJson.write(status))));
    }
}
