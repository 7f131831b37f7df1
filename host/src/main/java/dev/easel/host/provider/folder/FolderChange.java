package dev.easel.host.provider.folder;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one look at the folder found out; file names, by name.
 *
 * @param unsettled jars that are new or were written to since the last look
 * @param settled jars that are new or have changed and were left alone between two looks
 * @param gone jars that are not there any more
 */
public record FolderChange(List<String> unsettled, List<String> settled, List<String> gone) {
    /** Nothing has changed. */
    public static final FolderChange NONE = new FolderChange(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public FolderChange {
        unsettled = List.copyOf(unsettled);
        settled = List.copyOf(settled);
        gone = List.copyOf(gone);
    }

    /**
     * Adds what the next look found out.
     *
     * @param next that
     * @return what both found out
     */
    public FolderChange then(FolderChange next) {
        return new FolderChange(next.unsettled, joined(settled, next.settled), joined(gone, next.gone));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
