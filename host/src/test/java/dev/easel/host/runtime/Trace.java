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

    /** What a cold run takes more, in such runs. */
    private static final double LOADING = 6;

    /** How long a run with one image takes. */
    abstract Law law(int index, double base);

    int images(Random random) {
        return 1;
    }

    boolean cold(Random random) {
        return false;
    }

    /** A request, and what the rules cannot know of it. */
    record Request(int images, boolean cold, double seconds, Law law) {}

    List<Request> requests(Random random, double base) {
        List<Request> requests = new ArrayList<>();
        for (int index = 0; index < LENGTH; index++) {
            int images = images(random);
            boolean cold = cold(random);
            Law law = law(index, base).times(1 - PER_IMAGE + PER_IMAGE * images);
            Law all = cold ? law.times(1 + LOADING) : law;
            requests.add(new Request(images, cold, all.draw(random), all));
        }
        return requests;
    }
}
