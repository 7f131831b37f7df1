package dev.easel.host.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;

import static java.nio.file.StandardOpenOption.READ;

/** A published image in a file. */
record StoredImageFile(Path path, ImageInfo info) implements StoredImage {

    @Override
    public String mediaType() {
        return info.mediaType();
    }

    @Override
    public long size() {
        return info.size();
    }

    @Override
    public String sha256() {
        return info.sha256();
    }

    @Override
    public Instant publishedAt() {
        return info.publishedAt();
    }

    @Override
    public InputStream open(long offset) throws IOException {
        if (offset < 0 || offset > size()) {
            throw new IllegalArgumentException(
                    "Offset " + offset + " lies outside of the image; 0 to " + size() + " is allowed");
        }
        FileChannel channel = openChannel();
        try {
            checkSize(channel);
            channel.position(offset);
            return Channels.newInputStream(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private FileChannel openChannel() throws IOException {
        try {
            return FileChannel.open(path, READ);
        } catch (IOException e) {
            throw ImageFiles.failure("read", path, e);
        }
    }

    /** An answer that has promised a length must not break off. */
    private void checkSize(FileChannel channel) throws IOException {
        if (channel.size() != size()) {
            throw new IOException("Cannot read " + path + ": it holds " + channel.size() + " bytes, but " + size()
                    + " were published");
        }
    }
}
