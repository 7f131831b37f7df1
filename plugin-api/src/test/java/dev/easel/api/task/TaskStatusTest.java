package dev.easel.api.task;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TaskStatusTest {
    @Test
    void hasNextcloudsCodes() {
        List<String> names = Arrays.stream(TaskStatus.values())
                .map(status -> status.code() + " " + status)
                .toList();
        assertEquals(List.of("0 UNKNOWN", "1 SCHEDULED", "2 RUNNING", "3 SUCCESSFUL", "4 FAILED"), names);
    }

    @Test
    void isFoundByItsCode() {
        for (TaskStatus status : TaskStatus.values()) {
            assertEquals(status, TaskStatus.ofCode(status.code()));
        }
        assertThrows(IllegalArgumentException.class, () -> TaskStatus.ofCode(5));
    }

    @Test
    void isFinalWhenNothingMoreHappens() {
        assertEquals(
                List.of(TaskStatus.SUCCESSFUL, TaskStatus.FAILED),
                Arrays.stream(TaskStatus.values()).filter(TaskStatus::isFinal).toList());
    }
}
