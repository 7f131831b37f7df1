package dev.easel.openai.answer;

import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.io.OutputStream;

/** Writes to a sink and tells its failures from those of reading; for use by one thread. */
final class StoringStream extends OutputStream {
    private final OutputStream sink;

    StoringStream(ImageSink sink) throws StorageException {
        try {
            this.sink = sink.openStream();
        } catch (IOException failed) {
            throw new StorageException(failed);
        }
    }

    @Override
    public void write(int value) throws StorageException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws StorageException {
        try {
            sink.write(bytes, offset, length);
        } catch (IOException failed) {
            throw new StorageException(failed);
        }
    }

    @Override
    public void close() throws StorageException {
        try {
            sink.close();
        } catch (IOException failed) {
            throw new StorageException(failed);
        }
    }
}
