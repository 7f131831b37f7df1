package dev.easel.host.provider;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads private fields of the JDK, for there is no other way to find out who holds what.
 *
 * <p>Needs the packages to be opened, as the host's manifest does ({@code Add-Opens}); where they are not, or the field
 * has another name, there is nothing to be read.
 */
final class JdkInternals {
    private static final Logger LOGGER = LoggerFactory.getLogger(JdkInternals.class);

    private JdkInternals() {}

    /** Reads a static field. */
    static Optional<Object> read(String className, String field) {
        try {
            return read(Class.forName(className), null, field);
        } catch (ClassNotFoundException otherJdk) {
            return Optional.empty();
        }
    }

    /** Reads a field of an object that is declared in its class or a superclass. */
    static Optional<Object> read(Object object, String field) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            Optional<Object> value = read(type, object, field);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private static Optional<Object> read(Class<?> type, @Nullable Object object, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return Optional.ofNullable(field.get(object));
        } catch (NoSuchFieldException | IllegalAccessException | InaccessibleObjectException hidden) {
            LOGGER.trace("{} of {} cannot be read", name, type, hidden);
            return Optional.empty();
        }
    }
}
