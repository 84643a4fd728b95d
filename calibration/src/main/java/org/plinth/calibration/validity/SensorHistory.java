package org.plinth.calibration.validity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that happened to a sensor, and what follows for any moment. Pure.
 *
 * <p>A failed check is cleared by a passed one (a measurement again, after cleaning or a new zero) or by a calibration. A
 * drop, an overload or other firmware is cleared by a passed check or a calibration too. An expired calibration only by a
 * new one: a check shows stability, not accuracy.
 */
public final class SensorHistory {

    /** How long before its end a calibration counts as due. */
    public static final Duration DUE_BEFORE = Duration.ofDays(30);

    private final List<SensorEvent> events;

    /** Asked for with each result of a page, so they are found once. */
    private final List<SuspectWindow> windows;

    /**
     * Of all that happened.
     *
     * @param events in any order
     */
    public SensorHistory(List<SensorEvent> events) {
        List<SensorEvent> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(SensorEvent::at));
        this.events = List.copyOf(sorted);
        this.windows = List.copyOf(windows(this.events));
    }

    /** Oldest first. */
    public List<SensorEvent> events() {
        return events;
    }

    /** The state at a moment, by what had happened up to then, that moment among it. Doubt outweighs expiry. */
    public SensorState at(Instant moment) {
        Optional<Instant> until = Optional.empty();
        Optional<Instant> since = Optional.empty();
        Set<SuspectCause> causes = EnumSet.noneOf(SuspectCause.class);
        for (SensorEvent event : events) {
            if (event.at().isAfter(moment)) {
                break;
            }
            if (event instanceof SensorEvent.Doubted doubted) {
                since = causes.isEmpty() ? Optional.of(doubted.at()) : since;
                causes.add(doubted.cause());
            } else {
                causes.clear();
                until = event instanceof SensorEvent.Calibrated calibrated
                        ? Optional.of(calibrated.validUntil())
                        : until;
            }
        }
        if (until.isEmpty()) {
            return new SensorState.NeverCalibrated();
        }
        if (!causes.isEmpty()) {
            return new SensorState.Suspect(since.orElseThrow(), causes);
        }
        return inTime(until.get(), moment);
    }

    private static SensorState inTime(Instant until, Instant moment) {
        if (!moment.isBefore(until)) {
            return new SensorState.Expired(until);
        }
        return moment.isBefore(until.minus(DUE_BEFORE)) ? new SensorState.InDate(until) : new SensorState.Due(until);
    }

    /**
     * Spans of time whose results are in doubt.
     *
     * <p>A check that passes after a drop, an overload or other firmware shows that nothing was harmed: no span is left. After a
     * failed check the sensor was wrong for a while, whatever is shown later: the span stays.
     *
     * <p>Each begins after the last calibration or passed check before the doubt, which shows the sensor was right then, and
     * ends with the first one after it; the last may be open. A drop or an overload is known to the minute, so its span begins
     * with it; a failed check or other firmware was found later than it happened.
     */
    public List<SuspectWindow> suspectWindows() {
        return windows;
    }

    private static List<SuspectWindow> windows(List<SensorEvent> events) {
        List<SuspectWindow> windows = new ArrayList<>();
        Optional<Instant> good = Optional.empty();
        Optional<Instant> open = Optional.empty();
        Set<SuspectCause> causes = EnumSet.noneOf(SuspectCause.class);
        for (SensorEvent event : events) {
            if (event instanceof SensorEvent.Doubted doubted) {
                Instant begin = isKnownToTheMinute(doubted.cause()) ? doubted.at() : good.orElse(Instant.MIN);
                open = Optional.of(open.filter(before -> before.isBefore(begin)).orElse(begin));
                causes.add(doubted.cause());
            } else {
                boolean stays = event instanceof SensorEvent.Calibrated || causes.contains(SuspectCause.FAILED_CHECK);
                open.filter(begin -> stays)
                        .ifPresent(begin -> windows.add(new SuspectWindow(begin, Optional.of(event.at()), causes)));
                open = Optional.empty();
                causes.clear();
                good = Optional.of(event.at());
            }
        }
        open.ifPresent(begin -> windows.add(new SuspectWindow(begin, Optional.empty(), causes)));
        return windows;
    }

    /** Why a result of this moment is in doubt, by all that is known today; empty where it is not. */
    public Set<SuspectCause> doubtsAbout(Instant recordedAt) {
        Set<SuspectCause> causes = EnumSet.noneOf(SuspectCause.class);
        for (SuspectWindow window : windows) {
            if (window.contains(recordedAt)) {
                causes.addAll(window.causes());
            }
        }
        return causes;
    }

    private static boolean isKnownToTheMinute(SuspectCause cause) {
        return cause == SuspectCause.DROP || cause == SuspectCause.OVERLOAD;
    }
}
