package dev.easel.api.task;
public final class PreConditionNotMetException extends RuntimeException {
    public PreConditionNotMetException(String message) {}
}
