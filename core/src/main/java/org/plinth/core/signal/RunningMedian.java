package org.plinth.core.signal;

import java.util.Arrays;

/** Median of the last 100 intervals [µs], kept sorted; an even stream costs nothing to keep. */
final class RunningMedian {

    static final int WINDOW = 100;

    private final long[] ring = new long[WINDOW];
    private final long[] sorted = new long[WINDOW];
    private int size;
    private int next;
    private double median;

    void add(long value) {
        if (size < WINDOW) {
            insert(value, size);
            size++;
            median = middle();
        } else if (ring[next] != value) {
            remove(ring[next]);
            insert(value, size - 1);
            median = middle();
        }
        ring[next] = value;
        next = next + 1 == WINDOW ? 0 : next + 1;
    }

    double median() {
        return median;
    }

    private double middle() {
        int middle = size / 2;
        return size % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + (double) sorted[middle]) / 2;
    }

    private void insert(long value, int count) {
        int found = Arrays.binarySearch(sorted, 0, count, value);
        int at = found >= 0 ? found : -found - 1;
        System.arraycopy(sorted, at, sorted, at + 1, count - at);
        sorted[at] = value;
    }

    private void remove(long value) {
        int at = Arrays.binarySearch(sorted, 0, size, value);
        System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
    }
}
