package dev.easel.api.event;
import org.pf4j.ExtensionPoint;
@FunctionalInterface
public interface TaskEventListener extends ExtensionPoint {
    void handle(TaskEvent event) throws Exception;
}
