package dev.easel.host.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.dbutils.ResultSetHandler;
import org.jspecify.annotations.Nullable;

/** Lists of tasks' ids in statements. */
final class Ids {
    /** Reads the first column. */
    static final ResultSetHandler<Set<Long>> READ = rows -> {
        Set<Long> ids = new HashSet<>();
        while (rows.next()) {
            ids.add(rows.getLong(1));
        }
        return ids;
    };

    private Ids() {}

    /** As many question marks as there are ids. */
    static String marks(Collection<Long> ids) {
        return String.join(",", Collections.nCopies(ids.size(), "?"));
    }

    /** Parameters of a statement that ends with the ids. */
    static @Nullable Object[] after(List<? extends @Nullable Object> parameters, Collection<Long> ids) {
        List<@Nullable Object> all = new ArrayList<>(parameters);
        all.addAll(ids);
        return all.toArray();
    }
}
