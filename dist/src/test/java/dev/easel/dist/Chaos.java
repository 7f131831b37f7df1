package dev.easel.dist;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Kills processes at moments drawn by lot, and starts them again. */
final class Chaos {
    private static final int LONGEST_LIFE_MILLIS = 4000;

    private final Random random;
    private final List<? extends Mortal> victims;
    private final int longestDeathMillis;

    Chaos(long seed, List<? extends Mortal> victims, int longestDeathMillis) {
        this.random = new Random(seed);
        this.victims = victims;
        this.longestDeathMillis = longestDeathMillis;
    }

    /** Kills one after the other; one in four is killed again while it starts. Ends when all are ready. */
    void kill(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            Mortal victim = victims.get(random.nextInt(victims.size()));
            if (random.nextInt(4) > 0) {
                victim.awaitReady();
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            victim.kill();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(longestDeathMillis));
            victim.start();
        }
        for (Mortal victim : victims) {
            victim.awaitReady();
        }
    }
}
