package dev.easel.host.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The steps after which what was written survives a loss of power; stateless. */
interface Durability {

    /** Waits until the disk holds a file's bytes and length. */
    void syncFile(FileChannel file) throws IOException;

    /** Waits until the disk holds a folder's entries; does nothing where the platform has no such operation. */
    void syncFolder(Path folder) throws IOException;

    /** Renames a folder within its parent, atomically; fails if the new name is taken. */
    void renameFolder(Path from, Path to) throws IOException;
}
