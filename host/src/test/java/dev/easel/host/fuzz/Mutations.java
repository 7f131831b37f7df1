package dev.easel.host.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes new inputs out of known ones, the same each time: what every build tries beyond the corpus. */
public final class Mutations {
    private static final int MOST_STEPS = 4;
    private static final int LONGEST_PIECE = 32;

    /** Bytes that formats give a meaning to, and halves of characters. */
    private static final byte[] DELICATE = {
        0,
        9,
        10,
        13,
        31,
        32,
        '"',
        '%',
        '&',
        '\'',
        '+',
        ',',
        '-',
        '.',
        '/',
        '0',
        '9',
        ':',
        ';',
        '<',
        '=',
        '?',
        '[',
        '\\',
        '{',
        0x7f,
        (byte) 0x80,
        (byte) 0xc0,
        (byte) 0xed,
        (byte) 0xf4,
        (byte) 0xff
    };

    private final List<byte[]> corpus;
    private final Random random;

    private Mutations(List<byte[]> corpus, long seed) {
        this.corpus = corpus;
        this.random = new Random(seed);
    }

    /** Returns so many inputs; sequential only. */
    public static Stream<byte[]> of(List<byte[]> corpus, long seed, int count) {
        Mutations mutations = new Mutations(corpus, seed);
        return IntStream.range(0, count).mapToObj(number -> mutations.next());
    }

    private byte[] next() {
        byte[] input = any();
        for (int steps = 1 + random.nextInt(MOST_STEPS); steps > 0; steps--) {
            input = step(input);
        }
        return input;
    }

    private byte[] any() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] step(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(LONGEST_PIECE));
        return switch (random.nextInt(5)) {
            case 0 -> replaced(input, from, to, new byte[0]);
            case 1 -> replaced(input, from, from, delicate());
            case 2 -> replaced(input, from, Math.min(input.length, from + 1), delicate());
            case 3 -> replaced(input, to, to, Arrays.copyOfRange(input, from, to));
            default -> replaced(input, from, to, pieceOf(any()));
        };
    }

    private byte[] delicate() {
        byte[] bytes = new byte[1 + random.nextInt(3)];
        Arrays.fill(bytes, DELICATE[random.nextInt(DELICATE.length)]);
        return bytes;
    }

    private byte[] pieceOf(byte[] other) {
        int from = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(LONGEST_PIECE)));
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(input, 0, from);
        out.writeBytes(piece);
        out.write(input, to, input.length - to);
        return out.toByteArray();
    }
}
