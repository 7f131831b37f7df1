package dev.easel.api.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MemorySinkTest {
    private final MemorySink sink = new MemorySink(3);

    @Test
    void itKeepsWhatIsWrittenOnceTheStreamIsClosed() throws IOException {
        try (OutputStream out = sink.openStream()) {
            out.write(1);
            out.write(new byte[] {2, 3, 4}, 1, 2);
            assertFalse(sink.isComplete());
            assertThrows(IllegalStateException.class, sink::image);
        }
        assertTrue(sink.isComplete());
        assertArrayEquals(new byte[] {1, 3, 4}, sink.image());
    }

    @Test
    void itIsOpenedOnce() throws IOException {
        sink.write(new byte[] {1});
        assertThrows(IllegalStateException.class, () -> sink.write(new byte[] {2}));
        assertArrayEquals(new byte[] {1}, sink.image());
    }

    @Test
    void nothingIsWrittenAfterTheEndOfItsStreamOrOfItsRun() throws IOException {
        OutputStream closed = sink.openStream();
        closed.close();
        assertThrows(IOException.class, () -> closed.write(1));
        MemorySink ended = new MemorySink(0);
        ended.end();
        assertThrows(IOException.class, () -> ended.write(new byte[] {1}));
    }

    @Test
    void theSinksOfARunCountFromNought() {
        assertEquals(
                List.of(0, 1, 2),
                MemorySink.sinks(3).stream().map(MemorySink::index).toList());
    }
}
