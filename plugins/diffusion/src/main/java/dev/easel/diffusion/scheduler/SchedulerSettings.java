package dev.easel.diffusion.scheduler;

/** What {@code scheduler/scheduler_config.json} says; immutable. */
public record SchedulerSettings() {}
