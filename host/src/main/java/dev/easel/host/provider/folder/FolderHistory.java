package dev.easel.host.provider.folder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares looks at the folder: a jar counts when two looks found it the same, and is gone when two looks missed it.
 *
 * <p>So neither a copy that is under way is taken for a jar, nor the moment between the deletion of a jar and the copy
 * of its next version for its end. For use by one thread.
 */
public final class FolderHistory {
    private final Map<String, JarFingerprint> accepted = new HashMap<>();

    /** Jars that were found to have changed and have not settled since. */
    private final Set<String> open = new HashSet<>();

    private SortedMap<String, JarFingerprint> last = new TreeMap<>();

    /**
     * Takes the jars that nobody has written to since a moment for settled at once; before the first look.
     *
     * @param look the jars that are there
     * @param quietSince that moment
     */
    public void expect(SortedMap<String, JarFingerprint> look, Instant quietSince) {
        look.forEach((name, jar) -> {
            if (jar.modified().isBefore(quietSince)) {
                last.put(name, jar);
            }
        });
    }

    /**
     * Takes in one look.
     *
     * @param look the jars that are there
     * @return what it changes
     */
    public FolderChange next(SortedMap<String, JarFingerprint> look) {
        List<String> unsettled = new ArrayList<>();
        List<String> settled = new ArrayList<>();
        look.forEach((name, jar) -> {
            if (jar.equals(accepted.get(name)) && !open.contains(name)) {
                return;
            }
            if (jar.equals(last.get(name))) {
                accepted.put(name, jar);
                open.remove(name);
                settled.add(name);
            } else {
                open.add(name);
                unsettled.add(name);
            }
        });
        List<String> gone = gone(look);
        gone.forEach(accepted::remove);
        gone.forEach(open::remove);
        last = new TreeMap<>(look);
        return new FolderChange(unsettled, settled, gone);
    }

    /** Jars that two looks missed, and those that never settled and are missed now. */
    private List<String> gone(SortedMap<String, JarFingerprint> look) {
        List<String> gone = new ArrayList<>();
        accepted.keySet().stream()
                .filter(name -> !look.containsKey(name) && !last.containsKey(name))
                .forEach(gone::add);
        last.keySet().stream()
                .filter(name -> !look.containsKey(name) && !accepted.containsKey(name))
                .forEach(gone::add);
        return gone;
    }

    /**
     * Tells whether the next look may change something although nothing happens in the folder.
     *
     * @return true if a jar is unsettled, or was missed by the last look alone
     */
    public boolean isUnsettled() {
        return !open.isEmpty() || !last.keySet().containsAll(accepted.keySet());
    }
}
