package org.plinth.core.effort;

import java.util.Arrays;
import org.plinth.core.signal.ForceTrace;

/**
 * Means over 20 ms of device time: steady enough to find efforts in, at any rate. Below 50 Hz each sample stands for
 * itself. Bin {@code b} holds the samples {@code first(b)} to {@code first(b + 1) - 1}.
 */
final class CoarseTrace {

    private static final long BIN_MICROS = 20_000;
    private static final double NORMAL_MAD = 1.4826;

    private final long[] micros;
    private final double[] newtons;
    private final int[] first;
    private final int size;
    private final double noise;

    private CoarseTrace(long[] micros, double[] newtons, int[] first, int size) {
        this.micros = micros;
        this.newtons = newtons;
        this.first = first;
        this.size = size;
        this.noise = noise(newtons, size);
    }

    /** The samples {@code from} to {@code to - 1}; at least one. */
    static CoarseTrace of(ForceTrace trace, int from, int to) {
        long span = trace.micros(to - 1) - trace.micros(from);
        int most = (int) Math.min(to - from, span / BIN_MICROS + 1);
        long[] micros = new long[most];
        double[] newtons = new double[most];
        int[] first = new int[most + 1];
        int size = 0;
        for (int i = from; i < to; size++) {
            int start = i;
            long binStart = trace.micros(start);
            double sum = 0;
            while (i < to && trace.micros(i) - binStart < BIN_MICROS) {
                sum += trace.newtons(i++);
            }
            micros[size] = (binStart + trace.micros(i - 1)) / 2;
            newtons[size] = sum / (i - start);
            first[size] = start;
        }
        first[size] = to;
        return new CoarseTrace(micros, newtons, first, size);
    }

    int size() {
        return size;
    }

    long micros(int bin) {
        return micros[bin];
    }

    double newtons(int bin) {
        return newtons[bin];
    }

    int first(int bin) {
        return first[bin];
    }

    /** Bin that holds a sample. */
    int binOf(int sample) {
        int found = Arrays.binarySearch(first, 0, size + 1, sample);
        return Math.min(size - 1, found >= 0 ? found : -found - 2);
    }

    /** Greatest bin of {@code from} to {@code to}, both included. */
    int greatest(int from, int to) {
        int best = from;
        for (int b = from; b <= to; b++) {
            if (newtons[b] > newtons[best]) {
                best = b;
            }
        }
        return best;
    }

    /** Least value of {@code from} to {@code to}, both included. */
    double least(int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int b = from; b <= to; b++) {
            least = Math.min(least, newtons[b]);
        }
        return least;
    }

    /** Mean of {@code from} to {@code to}, both included. */
    double mean(int from, int to) {
        double sum = 0;
        for (int b = from; b <= to; b++) {
            sum += newtons[b];
        }
        return sum / (to - from + 1);
    }

    /** Noise of one bin [N]: from the median absolute difference of neighbours, which efforts barely move. */
    double noise() {
        return noise;
    }

    private static double noise(double[] newtons, int size) {
        if (size < 2) {
            return 0;
        }
        double[] steps = new double[size - 1];
        for (int b = 1; b < size; b++) {
            steps[b - 1] = Math.abs(newtons[b] - newtons[b - 1]);
        }
        Arrays.sort(steps);
        return NORMAL_MAD * steps[steps.length / 2] / Math.sqrt(2);
    }
}
