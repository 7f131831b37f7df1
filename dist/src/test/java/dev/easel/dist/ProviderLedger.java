package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the recording provider was asked for, in all the processes that it lived in. */
final class ProviderLedger {
    private final Path file;

    ProviderLedger(Path file) {
        this.file = file;
    }

    /** Has a host write to this ledger, and its runs take up to some time. */
    EaselCommand kept(EaselCommand host, long runMillis) {
        return host.with("RECORDING_LEDGER", file.toString()).with("RECORDING_MILLIS", Long.toString(runMillis));
    }

    List<Entry> read() throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream().map(Entry::parse).toList()
                : List.of();
    }

    /** Counts the calls for a prompt. */
    long starts(String prompt) throws IOException {
        return read().stream()
                .filter(entry -> entry.isStart() && entry.prompt().equals(prompt))
                .count();
    }

    /**
     * The start or the end of a call.
     *
     * @param what {@code start} or {@code end}
     * @param call the call's id
     * @param prompt what was asked for
     */
    record Entry(String what, String call, String prompt) {
        static Entry parse(String line) {
            String[] cells = line.split("\t", 3);
            return new Entry(cells[0], cells[1], cells[2]);
        }

        boolean isStart() {
            return what.equals("start");
        }
    }
}
