package dev.easel.openai;

/** The names that people see. */
final class ProviderName {
    private ProviderName() {}

    /** Returns a name for the service with this name. */
    static String of(String service) {
        return service.equals("default") ? "OpenAI-style service" : "OpenAI-style service " + service;
    }
}
