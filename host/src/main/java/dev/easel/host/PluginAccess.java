package dev.easel.host;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.control.ControlClient;
import dev.easel.host.control.ControlException;
import dev.easel.host.provider.PluginStatus;
import dev.easel.host.provider.UnloadedPlugins;
import dev.easel.host.provider.jar.JarExaminer;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Finds out about the plugins: from the running host, or, when none runs, by looking at the jars of the folder. */
final class PluginAccess {

    List<PluginStatus> list(EaselConfig config) throws EngineException {
        ControlClient client = new ControlClient(config.folders().data());
        try {
            return client.reachesHost()
                    ? ask(client)
                    : UnloadedPlugins.in(
                            config.folders().plugins(), new JarExaminer(config.pluginPolicy(), Clock.systemUTC()));
        } catch (IOException refused) {
            throw new EngineException(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static List<PluginStatus> ask(ControlClient client) throws EngineException {
        List<PluginStatus> plugins = new ArrayList<>();
        try {
            client.ask(
                    PluginControl.LIST,
                    JsonNodeFactory.instance.objectNode(),
                    json -> plugins.add(PluginStatusJson.read(json)));
        } catch (ControlException failed) {
            throw new EngineException(String.valueOf(failed.getMessage()), failed);
        }
        return plugins;
    }
}
