package dev.easel.host;

import java.util.Optional;

/**
 * What {@code easel generate} was asked for.
 *
 * @param prompt what the images show, not blank
 * @param count how many images, from 1 to the configured most
 * @param provider the id of the provider to ask; empty for the preferred one
 */
public record GenerateOptions(String prompt, int count, Optional<String> provider) {}
