package dev.easel.diffusion.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds in memory, as Linux says; elsewhere 0. */
final class ResidentMemory {
    private static final Path SELF = Path.of("/proc/self");
    private static final String FORGET_PEAK = "5";

    private ResidentMemory() {}

    /** Has the peak begin anew. */
    static void forgetPeak() throws IOException {
        if (Files.exists(SELF)) {
            Files.writeString(SELF.resolve("clear_refs"), FORGET_PEAK);
        }
    }

    static long peakMegabytes() throws IOException {
        if (!Files.exists(SELF)) {
            return 0;
        }
        String line = Files.readAllLines(SELF.resolve("status")).stream()
                .filter(each -> each.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }
}
