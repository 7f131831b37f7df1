package dev.easel.host.task;

import java.time.Instant;

/**
 * Who takes a task up, for how long, and with which provider.
 *
 * @param host the claiming host's id
 * @param provider the provider that will run it
 * @param now when
 * @param leaseUntil when others may take the task up unless the lease is extended, by the database's clock
 * @param completionExpectedAt when the result is expected
 */
record Claim(String host, String provider, Instant now, Instant leaseUntil, Instant completionExpectedAt) {}
