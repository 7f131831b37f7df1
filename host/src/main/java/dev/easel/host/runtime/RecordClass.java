package dev.easel.host.runtime;

import dev.easel.host.runtime.RuntimeRecord.Outcome;

/**
 * Records that are kept, read and dropped together, so that failures do not push out what successes told, nor warm runs
 * the rare cold ones.
 *
 * @param provider a provider's id
 * @param outcome how the runs ended
 * @param cold whether they were first runs after loading
 */
record RecordClass(String provider, Outcome outcome, boolean cold) {
    static RecordClass of(RuntimeRecord record) {
        return new RecordClass(record.provider(), record.outcome(), record.cold());
    }

    static RecordClass successful(String provider, boolean cold) {
        return new RecordClass(provider, Outcome.SUCCESSFUL, cold);
    }
}
