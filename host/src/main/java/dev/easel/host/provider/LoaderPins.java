package dev.easel.host.provider;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what commonly keeps the class loader of an unloaded plugin in memory. */
final class LoaderPins {
    private final ClassLoader loader;
    private final Set<String> found = new TreeSet<>();

    private LoaderPins(ClassLoader loader) {
        this.loader = loader;
    }

    /** Names what holds a class loader, each with what its author should do. */
    static List<String> of(ClassLoader loader) {
        LoaderPins pins = new LoaderPins(loader);
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        threads.forEach(pins::lookAt);
        threads.forEach(pins::lookAtLocalsOf);
        pins.lookAtShutdownHooks();
        pins.lookAtDrivers();
        return List.copyOf(pins.found);
    }

    private void lookAt(Thread thread) {
        if (!thread.isAlive() || (thread.getContextClassLoader() != loader && !isOfLoader(thread))) {
            return;
        }
        if (thread.getClass().getName().equals("java.util.TimerThread")) {
            found.add("the thread " + thread.getName() + " of a java.util.Timer (cancel it in close())");
        } else {
            found.add("the thread " + thread.getName() + " (end it in close())");
        }
    }

    private void lookAtLocalsOf(Thread thread) {
        for (String field : List.of("threadLocals", "inheritableThreadLocals")) {
            JdkInternals.read(thread, field)
                    .flatMap(map -> JdkInternals.read(map, "table"))
                    .ifPresent(table -> {
                        for (Object entry : (Object[]) table) {
                            lookAtLocal(thread, Optional.ofNullable(entry));
                        }
                    });
        }
    }

    private void lookAtLocal(Thread thread, Optional<Object> entry) {
        Optional<Object> local = entry.flatMap(held -> Optional.ofNullable(((Reference<?>) held).get()));
        Optional<Object> value = entry.flatMap(held -> JdkInternals.read(held, "value"));
        if (local.filter(this::isOfLoader).isPresent()
                || value.filter(this::isOfLoader).isPresent()) {
            found.add("a ThreadLocal with "
                    + value.map(Object::getClass).map(Class::getName).orElse("nothing") + " in it on the thread "
                    + thread.getName() + " (remove it when the work on that thread is done)");
        }
    }

    private void lookAtShutdownHooks() {
        JdkInternals.read("java.lang.ApplicationShutdownHooks", "hooks")
                .map(hooks -> List.copyOf(((Map<?, ?>) hooks).keySet()))
                .ifPresent(hooks -> hooks.forEach(hook -> {
                    if (((Thread) hook).getContextClassLoader() == loader || isOfLoader(hook)) {
                        found.add("the shutdown hook " + ((Thread) hook).getName()
                                + " (use close() instead, or Runtime.removeShutdownHook there)");
                    }
                }));
    }

    private void lookAtDrivers() {
        JdkInternals.read("java.sql.DriverManager", "registeredDrivers")
                .map(infos -> new ArrayList<>((Collection<?>) infos))
                .ifPresent(infos -> infos.forEach(info -> JdkInternals.read(info, "driver")
                        .filter(this::isOfLoader)
                        .ifPresent(driver -> found.add("the JDBC driver "
                                + driver.getClass().getName() + " (call DriverManager.deregisterDriver in close())"))));
    }

    /** Tells whether an object is of a class of the plugin, or such a class itself. */
    private boolean isOfLoader(Object object) {
        Class<?> type = object instanceof Class<?> itself ? itself : object.getClass();
        while (type.isArray()) {
            type = type.getComponentType();
        }
        return type.getClassLoader() == loader || object == loader;
    }
}
