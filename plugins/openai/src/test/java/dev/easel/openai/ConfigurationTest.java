package dev.easel.openai;

import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.openai.config.ServiceConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What an administrator can configure, and what is said of what is wrong. */
class ConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void eachServiceIsAProviderOfItsOwn() {
        PluginContext context = Settings.of("default")
                .andService("local")
                .with("default", "api-key", "sk-1234567890")
                .with("local", "base-url", "http://127.0.0.1:8080/v1")
                .with("local", "concurrency", 4)
                .with("local", "max-images-per-request", 1)
                .in(folder);
        List<TextToImageProvider> providers = new OpenAiProviderFactory().create(context);
        assertEquals(
                List.of("openai", "openai-local"),
                providers.stream().map(TextToImageProvider::id).toList());
        assertEquals(
                List.of("OpenAI-style service", "OpenAI-style service local"),
                providers.stream().map(provider -> provider.name(Locale.ROOT)).toList());
        assertEquals(
                List.of(2, 4),
                providers.stream().map(TextToImageProvider::slots).toList());
        assertEquals(
                List.of(10, 1),
                providers.stream().map(TextToImageProvider::maxImagesPerCall).toList());
    }

    @Test
    void withoutAServiceThereIsNoProvider() {
        assertEquals(List.of(), new OpenAiProviderFactory().create(new Settings().in(folder)));
    }

    @Test
    void aServiceWithFaultsIsAProviderThatIsNotConfigured() {
        TextToImageProvider provider = new OpenAiProviderFactory()
                .create(Settings.of("default").in(folder))
                .get(0);
        assertEquals("openai", provider.id());
        assertEquals(Readiness.State.NOT_CONFIGURED, provider.readiness().state());
        assertTrue(provider.readiness().reasons().get(0).contains("EASEL_PLUGIN_OPENAI_SERVICES_DEFAULT_API_KEY"));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        List<String> faults = Settings.of("my-service")
                .with("my-service", "api-key", "")
                .with("my-service", "size", "big")
                .with("my-service", "fields", "seed = 4")
                .with("my-service", "headers", List.of("no header", "Host: x"))
                .with("my-service", "timeout", Duration.ZERO)
                .with("my-service", "concurrency", 0)
                .with("my-service", "max-images-per-request", 1001)
                .with("my-service", "proxy", "socks://proxy")
                .with("my-service", "image-hosts", List.of("http://images.example/"))
                .faults("my-service");
        assertEquals(
                List.of(
                        "plugin.openai.services.my-service.api-key is not set; set it, or the environment variable"
                                + " EASEL_PLUGIN_OPENAI_SERVICES_MY_SERVICE_API_KEY.",
                        "plugin.openai.services.my-service.headers holds a line that is no header; write each as in"
                                + " \"X-Team: pictures\".",
                        "plugin.openai.services.my-service.headers sets Host, which Easel sets itself; take it out.",
                        "plugin.openai.services.my-service.proxy is \"socks://proxy\"; it must be http://host:port or"
                                + " http://user:password@host:port.",
                        "plugin.openai.services.my-service.image-hosts holds \"http://images.example/\"; write a host"
                                + " as in images.example or images.example:8443.",
                        "plugin.openai.services.my-service.size is \"big\"; it must be auto or width x height, such"
                                + " as 1024x1024.",
                        "plugin.openai.services.my-service.fields is no JSON object; write it as in"
                                + " \"\"\"{\"seed\": 42, \"style\": \"vivid\"}\"\"\".",
                        "plugin.openai.services.my-service.timeout is 0 ms; it must be at least 1s.",
                        "plugin.openai.services.my-service.concurrency is 0; it must be 1 to 1000.",
                        "plugin.openai.services.my-service.max-images-per-request is 1001; it must be 1 to 1000."),
                faults);
    }

    @Test
    void aFieldThatHasAKeyIsNotSetTwice() {
        List<String> faults = Settings.of("a")
                .with("a", "api-key", "sk-1234567890")
                .with("a", "fields", "{\"prompt\":\"x\",\"n\":4,\"style\":\"vivid\"}")
                .faults("a");
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).contains("sets prompt, n;"), faults::toString);
    }

    @Test
    void servicesWithImpossibleNamesAreToldApart() {
        PluginContext context = Settings.of("My_Service")
                .andService("my-service")
                .with("my-service", "base-url", "http://127.0.0.1/v1")
                .with("My_Service", "base-url", "http://127.0.0.1/v1")
                .in(folder);
        List<TextToImageProvider> providers = new OpenAiProviderFactory().create(context);
        assertEquals(
                2, providers.stream().map(TextToImageProvider::id).distinct().count());
        TextToImageProvider misnamed = providers.get(0);
        assertTrue(misnamed.id().matches("[a-z][a-z0-9-]{0,62}"), misnamed.id());
        assertEquals(
                List.of("plugin.openai.services holds \"My_Service\"; the name of a service has 1 to 55 characters"
                        + " of a-z, 0-9 and -."),
                misnamed.readiness().reasons());
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, https://api.openai.com/v1/images/generations",
        "https://api.openai.com/v1/, https://api.openai.com/v1/images/generations",
        "https://api.openai.com/v1/images/generations, https://api.openai.com/v1/images/generations",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/images/generations",
        "https://x.openai.azure.com/openai/v1, https://x.openai.azure.com/openai/v1/images/generations",
        "https://x.openai.azure.com/openai/deployments/d?api-version=1,"
                + " https://x.openai.azure.com/openai/deployments/d/images/generations?api-version=1"
    })
    void theBaseUrlIsTakenAsPeopleWriteIt(String baseUrl, String images) {
        ServiceConfiguration service = Settings.of("a")
                .with("a", "base-url", baseUrl)
                .with("a", "api-key", "sk-1234567890")
                .service("a");
        assertEquals(images, service.endpoint().at("images/generations").toString());
    }

    @Test
    void azureGetsItsKeyInItsOwnHeader() {
        ServiceConfiguration azure = Settings.of("a")
                .with("a", "base-url", "https://x.openai.azure.com/openai/v1")
                .with("a", "api-key", "0123456789abcdef")
                .service("a");
        assertEquals("0123456789abcdef", azure.endpoint().headers().get("api-key"));
        assertFalse(azure.endpoint().headers().names().contains("Authorization"));
    }
}
