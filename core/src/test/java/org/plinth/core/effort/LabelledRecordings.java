package org.plinth.core.effort;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.IntervalModel;

/**
 * Recordings with known efforts, made without any rule of the finder: a muscle's force is a smooth rise, a hold with
 * tremor and fatigue and a fall, on a sensor with noise, drift, pretension and its own timing. Sample data, seeded.
 */
final class LabelledRecordings {

    private static final int PACKET = 15;

    private final SplittableRandom random;
    private final double rateHz;
    private final boolean packets;
    private final List<Push> disturbances = new ArrayList<>();

    /** A recording with its labels. */
    record Labelled(ForceTrace trace, List<Label> labels) {}

    /**
     * A true effort.
     *
     * @param onset start of the rise [s]
     * @param end half-way down the fall, or the end of the record [s]
     * @param cut whether its start is not in the record: to be rejected
     * @param half time from onset to half of the rise, for efforts whose onset can be timed [s]
     */
    record Label(double onset, double end, boolean cut, double half) {}

    private record Push(double start, double rise, double hold, double fall, double newtons, double fatigue) {
        double at(double t) {
            double up = ease((t - start) / rise);
            double down = 1 - ease((t - start - rise - hold) / fall);
            double tired = 1 - fatigue * Math.max(0, Math.min(hold, t - start - rise)) / Math.max(hold, 1e-9);
            return newtons * up * down * tired;
        }

        double end() {
            return start + rise + hold + fall / 2;
        }
    }

    LabelledRecordings(long seed, double rateHz, boolean packets) {
        this.random = new SplittableRandom(seed);
        this.rateHz = rateHz;
        this.packets = packets;
    }

    Labelled next() {
        List<Push> pushes = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        disturbances.clear();
        double t = between(1.6, 4);
        boolean cutStart = random.nextInt(6) == 0;
        if (cutStart) {
            // The record begins in the second half of the rise or in the hold.
            Push push = push(0);
            double into = between(0.6 * push.rise(), push.rise() + push.hold() - 0.6);
            Push cut = new Push(-into, push.rise(), push.hold(), push.fall(), push.newtons(), push.fatigue());
            pushes.add(cut);
            labels.add(new Label(0, cut.end(), true, 0));
            t = cut.end() + between(5, 9);
        }
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            t = random.nextInt(8) == 0 ? twice(pushes, labels, t) : once(pushes, labels, t);
        }
        return new Labelled(sample(pushes, t), labels);
    }

    private double once(List<Push> pushes, List<Label> labels, double t) {
        disturb(t);
        Push push = push(t);
        pushes.add(push);
        labels.add(new Label(t, push.end(), false, push.rise() / 2));
        return push.end() + between(4.5, 9);
    }

    /** Before a third of the pushes the limb is moved on the sensor, before another the strap is taken up. */
    private void disturb(double push) {
        int kind = random.nextInt(3);
        if (kind == 1) {
            double length = between(0.1, 0.4);
            disturbances.add(new Push(push - between(1.1, 1.4), length / 2, 0, length / 2, between(-8, 9), 0));
        } else if (kind == 2) {
            disturbances.add(new Push(push - between(1.3, 1.5), 0.2, 1e6, 1, between(2, 15), 0));
        }
    }

    /** Two pushes with less than three seconds between: one effort. */
    private double twice(List<Push> pushes, List<Label> labels, double t) {
        Push first = push(t);
        Push second = push(first.end() + first.fall() / 2 + between(0.3, 1.8));
        Push alike = new Push(
                second.start(),
                second.rise(),
                second.hold(),
                second.fall(),
                first.newtons() * between(0.8, 1.2),
                second.fatigue());
        pushes.add(first);
        pushes.add(alike);
        labels.add(new Label(t, alike.end(), false, 0));
        return alike.end() + between(4.5, 9);
    }

    private Push push(double start) {
        return new Push(
                start, between(0.25, 1.6), between(1.2, 6), between(0.12, 0.5), between(30, 600), between(0, 0.15));
    }

    private ForceTrace sample(List<Push> pushes, double end) {
        ForceTrace.Builder out = ForceTrace.builder();
        if (packets) {
            out.intervals(IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
        }
        double noise = between(0.05, 2);
        double drift = between(-0.4, 0.4);
        double breath = between(0, 0.6);
        double pretension = random.nextBoolean() ? between(0, 18) : between(-4, 2);
        double tremor = between(0, 0.015);
        double hertz = between(4, 11);
        double jitter = between(0, 0.2) / rateHz;
        long last = -1;
        for (int i = 0; i < (int) (end * rateHz); i++) {
            double t = i / rateHz + jitter * (random.nextDouble() - 0.5);
            double muscle = pushes.stream().mapToDouble(push -> push.at(t)).sum();
            double moved = disturbances.stream().mapToDouble(push -> push.at(t)).sum();
            double force = pretension
                    + moved
                    + breath * Math.sin(2 * Math.PI * 0.25 * t)
                    + drift * t
                    + muscle * (1 + tremor * Math.sin(2 * Math.PI * hertz * t))
                    + noise * random.nextGaussian();
            long micros = Math.max(last + 1, Math.round((t + 1) * 1e6));
            if (packets && i % (PACKET + 1) == 0) {
                out.startPacket();
            }
            if (!packets || i % (PACKET + 1) != PACKET) {
                out.sample(micros, force);
                last = micros;
            }
        }
        return out.build();
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A sigmoid without corners, 0 at 0 and 1 at 1. */
    private static double ease(double x) {
        double u = Math.max(0, Math.min(1, x));
        return u * u * u * (u * (6 * u - 15) + 10);
    }
}
