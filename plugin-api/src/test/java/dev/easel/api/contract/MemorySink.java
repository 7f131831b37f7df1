package dev.easel.api.contract;

import dev.easel.api.provider.ImageSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Keeps an image in memory and is as strict as a host's; safe for use by several threads. */
public final class MemorySink implements ImageSink {
    private final int index;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> faults = new ArrayList<>();
    private boolean opened;
    private boolean complete;
    private boolean ended;

    /**
     * Makes a sink.
     *
     * @param index the image's index in its task, from 0
     */
    public MemorySink(int index) {
        this.index = index;
    }

    /**
     * Makes the sinks of a run.
     *
     * @param count how many, at least 1
     * @return sinks with the indexes 0 to {@code count - 1}
     */
    public static List<MemorySink> sinks(int count) {
        return IntStream.range(0, count).mapToObj(MemorySink::new).toList();
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public synchronized OutputStream openStream() throws IOException {
        if (opened) {
            faults.add("was opened twice; open each sink once");
            throw new IllegalStateException(
                    "The sink of image " + index + " was opened before; each is opened once and holds one image");
        }
        checkNotEnded();
        opened = true;
        return new Stream();
    }

    /**
     * Returns the image.
     *
     * @return its bytes
     * @throws IllegalStateException if none was written completely
     */
    public synchronized byte[] image() {
        if (!complete) {
            throw new IllegalStateException("Image " + index + " was not written completely");
        }
        return bytes.toByteArray();
    }

    /**
     * Tells whether an image was written completely.
     *
     * @return true once the stream was closed
     */
    public synchronized boolean isComplete() {
        return complete;
    }

    /** Ends the run that writes here: every later write fails and is a fault. */
    synchronized void end() {
        ended = true;
    }

    /** Returns what is wrong with what was written, each completing a sentence that begins with "Image n". */
    synchronized List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        if (!opened) {
            all.add("was not written; open, write and close every sink before generate returns");
        } else if (!complete) {
            all.add("was not finished after " + bytes.size() + " bytes; close every stream before generate returns");
        } else {
            Optional<String> fault = RealImage.faultOf(bytes.toByteArray());
            fault.ifPresent(all::add);
        }
        return all;
    }

    /** Returns what was done that must never be, however the run ended. */
    synchronized List<String> lateFaults() {
        return List.copyOf(faults);
    }

    private synchronized void append(byte[] more, int offset, int length) throws IOException {
        checkNotEnded();
        if (complete) {
            throw new IOException("Image " + index + " is complete: its stream was closed");
        }
        if (bytes.size() + (long) length > ImageSink.MAX_BYTES) {
            faults.add("has more than " + ImageSink.MAX_BYTES + " bytes; make it smaller");
            throw new IOException("Image " + index + " has more than " + ImageSink.MAX_BYTES + " bytes");
        }
        bytes.write(more, offset, length);
    }

    private synchronized void complete() {
        complete = complete || !ended;
    }

    private void checkNotEnded() throws IOException {
        if (ended) {
            faults.add("was written after the run had ended; wait for everything that writes before generate ends");
            throw new IOException("Image " + index + " can no longer be written: its run has ended");
        }
    }

    private final class Stream extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            append(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] more, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, more.length);
            append(more, offset, length);
        }

        @Override
        public void close() {
            complete();
        }
    }
}
