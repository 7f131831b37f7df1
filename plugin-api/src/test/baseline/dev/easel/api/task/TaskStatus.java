package dev.easel.api.task;
public enum TaskStatus {
    UNKNOWN(0),
    SCHEDULED(1),
    RUNNING(2),
    SUCCESSFUL(3),
    FAILED(4);
    TaskStatus(int code) {}
    public int code() { throw new Error(); }
    public boolean isFinal() { throw new Error(); }
    public static TaskStatus ofCode(int code) { throw new Error(); }
}
