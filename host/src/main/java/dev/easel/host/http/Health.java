package dev.easel.host.http;

import dev.easel.api.provider.Readiness;
import dev.easel.host.provider.PluginStatus;
import java.util.List;

/**
 * How the host is.
 *
 * @param ready whether it does its work: the database answers and at least one provider is ready
 * @param faults what is wrong, each a sentence for administrators; possibly not empty although it is ready
 * @param providers every provider that is loaded
 * @param plugins what has become of every jar of the plugins folder
 */
public record Health(boolean ready, List<String> faults, List<Provider> providers, List<PluginStatus> plugins) {

    /**
     * How a provider is.
     *
     * @param id its id
     * @param readiness what it last said
     */
    public record Provider(String id, Readiness readiness) {}
}
