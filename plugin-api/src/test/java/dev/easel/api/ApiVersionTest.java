package dev.easel.api;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ApiVersionTest {
    @Test
    void isTheVersionThatTheJarIsBuiltAs() {
        assertEquals(System.getProperty("project.version"), ApiVersion.CURRENT);
    }
}
