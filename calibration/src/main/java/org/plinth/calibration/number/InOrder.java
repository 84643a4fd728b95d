package org.plinth.calibration.number;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Numbers added up in their order: the library's sum of a stream leaves that to the version of Java, and with it the last
 * bit.
 */
public final class InOrder {

    private InOrder() {}

    /** Sum; 0 of none. */
    public static double sum(DoubleStream values) {
        double sum = 0;
        for (double value : values.toArray()) {
            sum += value;
        }
        return sum;
    }

    /** Mean; empty of none. */
    public static OptionalDouble mean(DoubleStream values) {
        double[] all = values.toArray();
        return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum(DoubleStream.of(all)) / all.length);
    }

    /** Greatest less least; 0 of none. */
    public static double spread(DoubleStream values) {
        double[] all = values.toArray();
        return all.length == 0
                ? 0
                : DoubleStream.of(all).max().getAsDouble()
                        - DoubleStream.of(all).min().getAsDouble();
    }
}
