package org.plinth.driver.virtual;

import java.util.SplittableRandom;

/** Seeded random numbers that are the same on every Java. One thread. */
final class Noise {

    private final SplittableRandom random;

    Noise(long seed) {
        random = new SplittableRandom(seed);
    }

    /** 0 to 1. */
    double uniform() {
        return random.nextDouble();
    }

    /** Standard normal, by Box and Muller (1958): the library's own method has changed between versions. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** A seed for a part, far from those of its neighbours. */
    static long mix(long seed, long part) {
        long z = seed + 0x9E3779B97F4A7C15L * (part + 1);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
