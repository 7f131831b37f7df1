package dev.easel.api.contract;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.GenerationException.Kind;
public final class ExpectedFailure {
    private ExpectedFailure() {}
    public static ExpectedFailure ofPrompt(String situation, String prompt) { throw new Error(); }
    public static ExpectedFailure in(String situation, Kind kind, PluginContext context) { throw new Error(); }
}
