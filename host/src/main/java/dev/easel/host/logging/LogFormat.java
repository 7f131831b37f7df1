package dev.easel.host.logging;

/** How log events are written. */
public enum LogFormat {
    /** For people: one line an event, the lines of an exception indented below it. */
    TEXT,
    /** For programs: one JSON object a line, exceptions included. */
    JSON
}
