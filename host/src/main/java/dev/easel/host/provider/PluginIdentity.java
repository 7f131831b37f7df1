package dev.easel.host.provider;

/**
 * Which plugin it is.
 *
 * @param id {@code Plugin-Id}
 * @param version {@code Plugin-Version}
 */
record PluginIdentity(String id, String version) {
    @Override
    public String toString() {
        return id + " " + version;
    }
}
