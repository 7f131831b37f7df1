package dev.easel.diffusion.run;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * What is around all models.
 *
 * @param clock the time
 * @param seeds random seeds, for runs without a configured one; not negative
 * @param logger the plugin's logger
 */
public record Surroundings(Clock clock, LongSupplier seeds, Logger logger) {}
