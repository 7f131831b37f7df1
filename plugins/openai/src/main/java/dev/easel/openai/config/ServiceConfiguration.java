package dev.easel.openai.config;

/**
 * What is configured for one service. Prints no secrets.
 *
 * @param name the administrator's name for it, {@code plugin.openai.services.<name>}
 * @param endpoint where it is and how to be let in
 * @param fields what every request carries besides the prompt and the number of images
 * @param limits how much may be asked of it, and for how long
 */
public record ServiceConfiguration(String name, Endpoint endpoint, OptionalFields fields, CallLimits limits) {
    private static final String DEFAULT = "default";

    /**
     * Tells whether a service can be called so.
     *
     * @param name what an administrator wrote
     * @return true if a provider's id can be made of it
     */
    public static boolean isName(String name) {
        return name.matches("[a-z0-9][a-z0-9-]{0,54}");
    }

    /**
     * Returns the id of the provider that stands for the service called {@code name}.
     *
     * @param name a service's name
     * @return {@code openai} for the one called {@code default}, {@code openai-<name>} for others
     */
    public static String providerId(String name) {
        return name.equals(DEFAULT) ? "openai" : "openai-" + name;
    }

    /**
     * Returns a key of this service as the administrator writes it.
     *
     * @param key the last part
     * @return the whole key
     */
    public String key(String key) {
        return ServiceReader.path(name) + "." + key;
    }
}
