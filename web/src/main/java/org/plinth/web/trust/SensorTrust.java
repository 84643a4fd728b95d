package org.plinth.web.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.calibration.validity.SensorEvent;
import org.plinth.calibration.validity.SensorHistory;
import org.plinth.calibration.validity.SensorState;
import org.plinth.calibration.validity.SuspectCause;
import org.plinth.calibration.validity.SuspectWindow;
import org.plinth.web.store.TrustStore.Moment;
import org.plinth.web.store.TrustStore.What;

/**
 * Trust in one sensor, by all that is known of it. Pure.
 *
 * <p>Checks speak of different things, so each kind has a history of its own, and doubt in any of them is doubt in the sensor: a zero
 * that is right again does not clear a span that is wrong, and an object that weighs what it weighed does not clear a mass that weighs
 * too much. A mass that is right clears the span too, and drops, overloads and other firmware with it.
 */
public final class SensorTrust {

    private static final Set<What> DOUBTS = EnumSet.of(
            What.ZERO_FAIL, What.OBJECT_FAIL, What.MASS_FAIL, What.DROP, What.OVERLOAD, What.FIRMWARE_CHANGED);

    private static final SensorTrust UNKNOWN = new SensorTrust(List.of());

    private final List<Moment> moments;
    private final Map<String, Optional<Instant>> ends = new HashMap<>();
    private final SensorHistory span;
    private final List<SensorHistory> histories;

    private SensorTrust(List<Moment> moments) {
        this.moments = List.copyOf(moments);
        moments.stream()
                .filter(moment -> moment.what() == What.CALIBRATED)
                .forEach(moment -> ends.putIfAbsent(moment.reference(), moment.until()));
        span = new SensorHistory(events(moments, SensorTrust::ofSpan));
        histories = List.of(
                span,
                new SensorHistory(events(moments, SensorTrust::ofAccuracy)),
                new SensorHistory(events(moments, SensorTrust::ofZero)));
    }

    /** Of a sensor with these moments, in any order. */
    public static SensorTrust of(Collection<Moment> moments) {
        return new SensorTrust(
                moments.stream().sorted(Comparator.comparing(Moment::at)).toList());
    }

    /** A sensor of which nothing is known. */
    public static SensorTrust unknown() {
        return UNKNOWN;
    }

    @FunctionalInterface
    private interface Reading {
        Optional<SensorEvent> of(Moment moment);
    }

    private static List<SensorEvent> events(List<Moment> moments, Reading reading) {
        return moments.stream().flatMap(moment -> reading.of(moment).stream()).toList();
    }

    private static Optional<SensorEvent> ofSpan(Moment moment) {
        return switch (moment.what()) {
            case OBJECT_PASS, MASS_PASS -> passed(moment);
            case OBJECT_FAIL -> doubted(moment, SuspectCause.FAILED_CHECK);
            case DROP -> doubted(moment, SuspectCause.DROP);
            case OVERLOAD -> doubted(moment, SuspectCause.OVERLOAD);
            case FIRMWARE_CHANGED -> doubted(moment, SuspectCause.FIRMWARE_CHANGED);
            default -> calibrated(moment);
        };
    }

    private static Optional<SensorEvent> ofAccuracy(Moment moment) {
        return switch (moment.what()) {
            case MASS_PASS -> passed(moment);
            case MASS_FAIL -> doubted(moment, SuspectCause.FAILED_CHECK);
            default -> calibrated(moment);
        };
    }

    private static Optional<SensorEvent> ofZero(Moment moment) {
        return switch (moment.what()) {
            case ZERO_PASS -> passed(moment);
            case ZERO_FAIL -> doubted(moment, SuspectCause.FAILED_CHECK);
            default -> calibrated(moment);
        };
    }

    private static Optional<SensorEvent> passed(Moment moment) {
        return Optional.of(new SensorEvent.CheckPassed(moment.at()));
    }

    private static Optional<SensorEvent> doubted(Moment moment, SuspectCause cause) {
        return Optional.of(new SensorEvent.Doubted(moment.at(), cause));
    }

    private static Optional<SensorEvent> calibrated(Moment moment) {
        return moment.until().map(until -> new SensorEvent.Calibrated(moment.at(), until));
    }

    /** The state at a moment, by what had happened up to then. */
    public SensorState stateAt(Instant moment) {
        SensorState state = span.at(moment);
        Set<SuspectCause> causes = EnumSet.noneOf(SuspectCause.class);
        Optional<Instant> since = Optional.empty();
        for (SensorHistory history : histories) {
            if (history.at(moment) instanceof SensorState.Suspect suspect) {
                causes.addAll(suspect.causes());
                since = Optional.of(
                        since.filter(before -> before.isBefore(suspect.since())).orElse(suspect.since()));
            }
        }
        return since.<SensorState>map(first -> new SensorState.Suspect(first, causes))
                .orElse(state);
    }

    /** Why a result of this moment is in doubt, by all that is known; empty where it is not. */
    public Set<SuspectCause> doubtsAbout(Instant recordedAt) {
        Set<SuspectCause> causes = EnumSet.noneOf(SuspectCause.class);
        histories.forEach(history -> causes.addAll(history.doubtsAbout(recordedAt)));
        return causes;
    }

    /** When the first of these doubts came up; empty where there is none. */
    public Optional<Instant> doubtedAt(Instant recordedAt) {
        Optional<Instant> first = Optional.empty();
        for (SensorHistory history : histories) {
            for (SuspectWindow window : history.suspectWindows()) {
                Optional<Instant> came = window.contains(recordedAt) ? came(history, window) : Optional.empty();
                first = came.isPresent() && (first.isEmpty() || came.get().isBefore(first.get())) ? came : first;
            }
        }
        return first;
    }

    /** When Plinth heard of the last of these doubts; empty where there is none. */
    public Optional<Instant> newestDoubtAbout(Instant recordedAt) {
        List<SuspectWindow> windows = new ArrayList<>();
        for (SensorHistory history : histories) {
            for (SuspectWindow window : history.suspectWindows()) {
                if (window.contains(recordedAt)) {
                    windows.add(window);
                }
            }
        }
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        return moments.stream()
                .filter(moment -> DOUBTS.contains(moment.what()))
                .filter(moment -> windows.stream().anyMatch(window -> window.contains(moment.at())))
                .map(Moment::noted)
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> came(SensorHistory history, SuspectWindow window) {
        return history.events().stream()
                .filter(SensorEvent.Doubted.class::isInstance)
                .map(SensorEvent::at)
                .filter(window::contains)
                .findFirst();
    }

    /** First moment after the time of a calibration; empty where it is not of this sensor. */
    public Optional<Instant> endOf(String calibrationId) {
        return ends.getOrDefault(calibrationId, Optional.empty());
    }

    /** Since when it has been put aside; empty where it is in use. */
    public Optional<Instant> putAsideAt(Instant moment) {
        Optional<Instant> since = Optional.empty();
        for (Moment one : moments) {
            if (one.what() == What.PUT_ASIDE && !one.at().isAfter(moment)) {
                since = Optional.of(one.at());
            } else if (one.what() == What.BACK_IN_USE && !one.at().isAfter(moment)) {
                since = Optional.empty();
            }
        }
        return since;
    }

    /** When each kind of thing happened last, up to a moment. */
    public Map<What, Instant> newest(Instant moment) {
        Map<What, Instant> newest = new HashMap<>();
        List<Moment> upTo = new ArrayList<>(moments);
        upTo.removeIf(one -> one.at().isAfter(moment));
        upTo.forEach(one -> newest.put(one.what(), one.at()));
        return newest;
    }
}
