package dev.easel.host.runtime;

import dev.easel.api.task.TaskStoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes records in batches, reads models, and keeps the table small; used by one thread. */
final class RuntimeLedger {
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeLedger.class);

    /** How many records of a class are kept. */
    static final int KEPT = 200;

    /** After how many new records of a class its old ones are deleted. */
    static final int PRUNE_EVERY = 50;

    static final int WARM_RUNS = 64;
    static final int COLD_RUNS = 16;
    private static final int BATCH = 100;

    private final RuntimeStore store;
    private final Map<RecordClass, Integer> sincePruned = new HashMap<>();
    private boolean away;

    RuntimeLedger(RuntimeStore store) {
        this.store = store;
    }

    /** Writes records; drops those that cannot be written. */
    void write(List<RuntimeRecord> all) {
        List<RuntimeRecord> records = worthKeeping(all);
        for (int from = 0; from < records.size(); from += BATCH) {
            List<RuntimeRecord> batch = records.subList(from, Math.min(from + BATCH, records.size()));
            attempt("runtimes of " + batch.size() + " runs are not recorded", () -> {
                store.insert(batch);
                prune(batch);
            });
        }
    }

    /** Leaves out what would be deleted at once, as so many newer ones follow. */
    private static List<RuntimeRecord> worthKeeping(List<RuntimeRecord> records) {
        Map<RecordClass, Integer> newer = new HashMap<>();
        List<RuntimeRecord> newestFirst = new ArrayList<>(records);
        Collections.reverse(newestFirst);
        newestFirst.removeIf(record -> newer.merge(RecordClass.of(record), 1, Integer::sum) > KEPT);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Reads what is known of a provider; tells whether it could be read. */
    boolean read(String provider, ImageScale declared, ProviderRuntimes target) {
        return attempt(
                "the last known runtimes of " + provider + " stand",
                () -> target.use(RuntimeModel.of(
                        runs(RecordClass.successful(provider, false), WARM_RUNS),
                        runs(RecordClass.successful(provider, true), COLD_RUNS),
                        declared)));
    }

    private List<TimedRun> runs(RecordClass records, int most) {
        return store.recent(records, most).stream()
                .map(record -> new TimedRun(record.images(), record.ran().toNanos() / 1e9))
                .toList();
    }

    private void prune(List<RuntimeRecord> written) {
        Set<RecordClass> due = new HashSet<>();
        for (RuntimeRecord record : written) {
            RecordClass records = RecordClass.of(record);
            if (sincePruned.merge(records, 1, Integer::sum) >= PRUNE_EVERY) {
                due.add(records);
            }
        }
        for (RecordClass records : new ArrayList<>(due)) {
            store.prune(records, KEPT);
            sincePruned.remove(records);
        }
    }

    /** The database may be away for long, so only the first failure is reported. */
    private boolean attempt(String consequence, Runnable access) {
        try {
            access.run();
            away = false;
            return true;
        } catch (TaskStoreException e) {
            if (away) {
                LOG.debug("The database still fails; {}", consequence, e);
            } else {
                LOG.warn("{}; {}", e.getMessage(), consequence);
            }
            away = true;
            return false;
        }
    }
}
