package dev.easel.diffusion.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Reads a channel and skips by moving on in it, but never beyond its end; for use by one thread. */
final class SeekingStream extends InputStream {
    private final SeekableByteChannel channel;

    /** Makes one that reads from the channel's present position; closing the channel is left to its owner. */
    SeekingStream(SeekableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(into, offset, length));
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = Math.max(0, Math.min(bytes, channel.size() - channel.position()));
        channel.position(channel.position() + skipped);
        return skipped;
    }
}
