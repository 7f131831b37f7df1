package dev.easel.openai;

import dev.easel.openai.call.Surroundings;
import dev.easel.openai.config.ServiceConfiguration;
import dev.easel.openai.download.ImageDownload;
import dev.easel.openai.http.ServiceClient;
import java.net.InetAddress;
import java.time.Clock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.slf4j.LoggerFactory;

/** Makes providers for services of the tests. */
final class TestProvider {
    private TestProvider() {}

    static OpenAiProvider of(ScriptedService service) {
        return of(settings(service));
    }

    static Settings settings(ScriptedService service) {
        return Settings.of("test").with("test", "base-url", service.baseUrl());
    }

    static OpenAiProvider of(Settings settings) {
        return of(settings, builder -> builder);
    }

    static OpenAiProvider of(Settings settings, UnaryOperator<OkHttpClient.Builder> changes) {
        ServiceConfiguration service = settings.service("test");
        return OpenAiProvider.of(service, ServiceClient.of(service, changes), surroundings());
    }

    /** Makes a provider that takes other addresses for public ones. */
    static OpenAiProvider of(
            Settings settings, UnaryOperator<OkHttpClient.Builder> changes, Predicate<InetAddress> isPublic) {
        ServiceConfiguration service = settings.service("test");
        ServiceClient client = ServiceClient.of(service, changes);
        return OpenAiProvider.of(service, client, surroundings(), new ImageDownload(service, client, isPublic));
    }

    static Surroundings surroundings() {
        return new Surroundings(Clock.systemUTC(), () -> 0, LoggerFactory.getLogger("plugin.openai"));
    }
}
