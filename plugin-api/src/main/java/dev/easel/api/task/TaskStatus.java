package dev.easel.api.task;

import java.util.Arrays;

/** What has become of a task; names and codes are those of Nextcloud's {@code OCP\TextToImage\Task}. */
public enum TaskStatus {
    /** Nothing is known of the task yet. */
    UNKNOWN(0),
    /** It waits to be run. */
    SCHEDULED(1),
    /** It is being run. */
    RUNNING(2),
    /** It has ended and its images are there. */
    SUCCESSFUL(3),
    /** It has ended without images. */
    FAILED(4);

    private final int code;

    TaskStatus(int code) {
        this.code = code;
    }

    /**
     * Returns the number that stands for this status on the wire.
     *
     * @return 0 to 4
     */
    public int code() {
        return code;
    }

    /**
     * Tells whether the task has ended, well or not.
     *
     * @return true for {@link #SUCCESSFUL} and {@link #FAILED}
     */
    public boolean isFinal() {
        return this == SUCCESSFUL || this == FAILED;
    }

    /**
     * Finds the status with a code.
     *
     * @param code 0 to 4
     * @return its status
     * @throws IllegalArgumentException if no status has that code
     */
    public static TaskStatus ofCode(int code) {
        return Arrays.stream(values())
                .filter(status -> status.code == code)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No task status has the code " + code + "; 0 to 4 do"));
    }
}
