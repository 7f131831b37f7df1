package dev.easel.host.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Synthetic requests, as a provider with a certain habit would serve them. */
enum Trace {
    STEADY {
        @Override
        Law law(int index, double base) {
            return Law.around(base, 0.03);
        }
    },
    LOG_NORMAL {
        @Override
        Law law(int index, double base) {
            return Law.around(base, 0.4);
        }
    },
    TWO_HUMPED {
        @Override
        Law law(int index, double base) {
            return new Law(base, 0.1, 0.25, 6);
        }
    },
    DRIFTING {
        @Override
        Law law(int index, double base) {
            return Law.around(base * Math.pow(3, Math.sin(index * 2 * Math.PI / LENGTH)), 0.1);
        }
    },
    SUDDEN_CHANGE {
        @Override
        Law law(int index, double base) {
            boolean slow = index / (LENGTH / 4) % 2 == 1;
            return Law.around(slow ? base * 10 : base, 0.1);
        }
    },
    MIXED_IMAGES {
        @Override
        Law law(int index, double base) {
            return Law.around(base, 0.1);
        }

        @Override
        int images(Random random) {
            return IMAGES[random.nextInt(IMAGES.length)];
        }
    },
    COLD_STARTS {
        @Override
        Law law(int index, double base) {
            return Law.around(base, 0.1);
        }

        @Override
        boolean cold(Random random) {
            return random.nextInt(12) == 0;
        }
    };

    static final int LENGTH = 240;
    private static final int[] IMAGES = {1, 1, 2, 4, 8};

    /** One image's share of a run with one image; the rest is spent once for each run. */
    private static final double PER_IMAGE = 0.6;

    /** How many times as long a cold run takes more. */
    private static final double LOADING = 6;

    /** How long a run with one image takes. */
    abstract Law law(int index, double base);

    int images(Random random) {
        return 1;
    }

    boolean cold(Random random) {
        return false;
    }

    /**
     * A request, and what no rule can know of it.
     *
     * @param seconds how long its run takes
     * @param law what its runtime was drawn from
     * @param lawBefore what it would have been drawn from one run earlier
     */
    record Request(int images, boolean cold, double seconds, Law law, Law lawBefore) {}

    List<Request> requests(Random random, double base) {
        List<Request> requests = new ArrayList<>();
        for (int index = 0; index < LENGTH; index++) {
            int images = images(random);
            boolean cold = cold(random);
            double size = (1 - PER_IMAGE + PER_IMAGE * images) * (cold ? 1 + LOADING : 1);
            Law law = law(index, base).times(size);
            Law before = law(Math.max(0, index - 1), base).times(size);
            requests.add(new Request(images, cold, law.draw(random), law, before));
        }
        return requests;
    }
}
