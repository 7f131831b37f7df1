package dev.easel.host.provider.folder;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FolderHistoryTest {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private final FolderHistory history = new FolderHistory();
    private final SortedMap<String, JarFingerprint> folder = new TreeMap<>();

    private void put(String name, int size) {
        folder.put(name, new JarFingerprint(size, THEN, "1"));
    }

    private FolderChange look() {
        return history.next(new TreeMap<>(folder));
    }

    private static FolderChange unsettled(String name) {
        return new FolderChange(List.of(name), List.of(), List.of());
    }

    private static FolderChange settled(String name) {
        return new FolderChange(List.of(), List.of(name), List.of());
    }

    private static FolderChange gone(String name) {
        return new FolderChange(List.of(), List.of(), List.of(name));
    }

    @Test
    void aJarCountsWhenTwoLooksFoundItTheSame() {
        put("a.jar", 1);
        assertEquals(unsettled("a.jar"), look());
        assertTrue(history.isUnsettled());
        put("a.jar", 2);
        assertEquals(unsettled("a.jar"), look());
        assertEquals(settled("a.jar"), look());
        assertFalse(history.isUnsettled());
        assertEquals(FolderChange.NONE, look());
    }

    @Test
    void anotherFileOfTheSameSizeAndTimeIsAChange() {
        put("a.jar", 1);
        look();
        look();
        folder.put("a.jar", new JarFingerprint(1, THEN, "2"));
        assertEquals(unsettled("a.jar"), look());
        assertEquals(settled("a.jar"), look());
    }

    @Test
    void aJarIsGoneWhenTwoLooksMissedIt() {
        put("a.jar", 1);
        look();
        look();
        folder.clear();
        assertEquals(FolderChange.NONE, look());
        assertTrue(history.isUnsettled());
        assertEquals(gone("a.jar"), look());
        assertEquals(FolderChange.NONE, look());
    }

    @Test
    void aJarThatIsMissedOnceAndComesBackIsTheSame() {
        put("a.jar", 1);
        look();
        look();
        folder.clear();
        look();
        put("a.jar", 1);
        assertEquals(FolderChange.NONE, look());
        assertFalse(history.isUnsettled());
    }

    @Test
    void aJarThatNeverSettledIsGoneAtOnce() {
        put("a.jar", 1);
        look();
        folder.clear();
        assertEquals(gone("a.jar"), look());
    }

    @Test
    void aChangeThatIsTakenBackSettlesToo() {
        put("a.jar", 1);
        look();
        look();
        put("a.jar", 2);
        assertEquals(unsettled("a.jar"), look());
        put("a.jar", 1);
        assertEquals(unsettled("a.jar"), look());
        assertEquals(settled("a.jar"), look());
        assertFalse(history.isUnsettled());
    }

    @Test
    void atTheStartOldJarsCountAtOnceAndNewOnesDoNot() {
        put("old.jar", 1);
        folder.put("new.jar", new JarFingerprint(1, THEN.plusSeconds(9), "3"));
        history.expect(new TreeMap<>(folder), THEN.plusSeconds(5));
        assertEquals(new FolderChange(List.of("new.jar"), List.of("old.jar"), List.of()), look());
    }
}
