package dev.easel.host.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Does what the disk's does, notes it, and fails at one step if told to. */
final class RecordingDurability implements Durability {

    private final DiskDurability disk = new DiskDurability();
    private final List<String> steps = new ArrayList<>();
    private String failing = "";

    /** Lets the step that is noted like this fail, as a full disk would. */
    void failAt(String step) {
        failing = step;
    }

    List<String> steps() {
        return List.copyOf(steps);
    }

    @Override
    public void syncFile(FileChannel file) throws IOException {
        note("sync file of " + file.size() + " bytes");
        disk.syncFile(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        String name = String.valueOf(folder.getFileName());
        note("sync folder " + (name.endsWith(".part") ? "part" : name));
        disk.syncFolder(folder);
    }

    @Override
    public void renameFolder(Path from, Path to) throws IOException {
        note("rename part to " + to.getFileName());
        disk.renameFolder(from, to);
    }

    private void note(String step) throws IOException {
        steps.add(step);
        if (step.equals(failing)) {
            throw new IOException("No space left on device");
        }
    }
}
