package dev.easel.placeholder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random numbers that are the same for the same prompt, on every machine. */
final class Chance {
    private Chance() {}

    /** Returns what decides about one image of a prompt. */
    static SplittableRandom ofImage(String prompt, int index) {
        return new SplittableRandom(seed(prompt) + 0x9E3779B97F4A7C15L * (index + 1L));
    }

    /** Returns a list in an order that only the prompt decides. */
    static <T> List<T> shuffled(String prompt, List<T> list) {
        SplittableRandom random = new SplittableRandom(seed(prompt));
        List<T> rest = new ArrayList<>(list);
        List<T> shuffled = new ArrayList<>();
        while (!rest.isEmpty()) {
            shuffled.add(rest.remove(random.nextInt(rest.size())));
        }
        return shuffled;
    }

    private static long seed(String prompt) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(prompt.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
