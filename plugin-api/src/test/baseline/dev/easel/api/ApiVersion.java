package dev.easel.api;
public final class ApiVersion {
    public static final String CURRENT = "0.1.0";
    private ApiVersion() {}
}
