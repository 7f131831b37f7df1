package dev.easel.openai.call;

import java.time.Clock;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;

/**
 * What is around all services.
 *
 * @param clock the time
 * @param random numbers from 0 to 1, so that tasks that were put off together do not return together
 * @param logger the plugin's logger
 */
public record Surroundings(Clock clock, DoubleSupplier random, Logger logger) {}
