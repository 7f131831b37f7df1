package dev.easel.host.runtime;

import java.util.Random;

/**
 * How runtimes are distributed: log-normally around a median, and a share of them around a multiple of it.
 *
 * @param median seconds
 * @param sigma the standard deviation of the logarithm, positive
 * @param otherShare how many lie around the other hump, between 0 and 1
 * @param otherFactor where the other hump lies
 */
record Law(double median, double sigma, double otherShare, double otherFactor) {
    static Law around(double median, double sigma) {
        return new Law(median, sigma, 0, 1);
    }

    Law times(double factor) {
        return new Law(median * factor, sigma, otherShare, otherFactor);
    }

    double draw(Random random) {
        double hump = random.nextDouble() < otherShare ? otherFactor : 1;
        return median * hump * Math.exp(sigma * random.nextGaussian());
    }

    /** The probability of at most so many seconds. */
    double atMost(double seconds) {
        double z = Math.log(seconds / median) / sigma;
        double other = Math.log(seconds / (median * otherFactor)) / sigma;
        return (1 - otherShare) * normal(z) + otherShare * normal(other);
    }

    /** The seconds that a share of the runs does not exceed. */
    double quantile(double share) {
        double low = median / 100;
        double high = median * 100;
        while (high / low > 1.001) {
            double middle = Math.sqrt(low * high);
            if (atMost(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * The normal distribution function, to seven digits: Abramowitz and Stegun, Handbook of Mathematical Functions,
     * 26.2.17.
     */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial;
        return z > 0 ? 1 - tail : tail;
    }
}
