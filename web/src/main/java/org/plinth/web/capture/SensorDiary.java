package org.plinth.web.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.core.signal.ForceTrace;
import org.plinth.driver.HeldCalibration;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.clinic.SensorIncident.Kind;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Notes in a sensor's history what nobody has to tell: the firmware and the calibration that it says it has, and loads beyond what it
 * was made for. Another firmware and an overload put its results in doubt until a check clears them (decision M19).
 */
public final class SensorDiary {

    /** From this part of its capacity on a load counts as an overload, after which a sensor is to be checked. */
    private static final double OVERLOAD_SHARE = 1.2;

    private static final int LOOK_BACK = 2000;
    private static final int LONGEST_DETAIL = 1000;

    private final RandomGenerator ids;

    /** With a source of ids. */
    public SensorDiary(RandomGenerator ids) {
        this.ids = ids;
    }

    /**
     * What a sensor tells when it is connected.
     *
     * @param firmware its version
     * @param calibration that it holds itself, as its bytes
     */
    public record Told(Optional<String> firmware, Optional<String> calibration) {

        static Told of(Optional<String> firmware, Optional<HeldCalibration> held) {
            return new Told(firmware, held.map(calibration -> calibration.question() + " " + calibration.raw()));
        }
    }

    /** Notes what is new of it. */
    public void told(Store store, Act act, Sensor sensor, Told told) {
        List<SensorIncident> news = store.read(stores -> news(stores, act, sensor, told));
        if (!news.isEmpty()) {
            store.write(new Act(act.clinic(), act.actor(), act.at(), "sensor.told", "", act.from()), stores -> {
                news.forEach(stores.trust()::add);
                return news;
            });
        }
    }

    private List<SensorIncident> news(Stores stores, Act act, Sensor sensor, Told told) {
        List<SensorIncident> before = stores.trust().incidents(act.clinic(), sensor.id(), LOOK_BACK);
        List<SensorIncident> news = new ArrayList<>();
        told.firmware().ifPresent(version -> {
            Optional<String> last = newest(before, Kind.FIRMWARE_SEEN, Kind.FIRMWARE_CHANGED);
            if (last.isEmpty()) {
                news.add(incident(sensor, Kind.FIRMWARE_SEEN, act.at(), version, act.actor()));
            } else if (!last.get().equals(cut(version))) {
                news.add(incident(sensor, Kind.FIRMWARE_CHANGED, act.at(), version, act.actor()));
            }
        });
        told.calibration()
                .filter(held -> !newest(before, Kind.OWN_CALIBRATION, Kind.OWN_CALIBRATION)
                        .equals(Optional.of(cut(held))))
                .ifPresent(held -> news.add(incident(sensor, Kind.OWN_CALIBRATION, act.at(), held, act.actor())));
        return news;
    }

    private static Optional<String> newest(List<SensorIncident> newestFirst, Kind one, Kind other) {
        return newestFirst.stream()
                .filter(incident -> incident.kind() == one || incident.kind() == other)
                .map(SensorIncident::detail)
                .findFirst();
    }

    /** Notes the greatest load of a recording where it was an overload, at the recording's start: its own results are in doubt too. */
    void overload(Stores stores, Recording recording, RecordedForce force) {
        overload(force.segments()).ifPresent(what -> {
            PositionTest test = stores.visits()
                    .findTest(recording.clinic(), recording.test())
                    .orElseThrow(() -> StoreFailure.notFound("test"));
            Sensor sensor = stores.sensors()
                    .find(recording.clinic(), test.sensor())
                    .orElseThrow(() -> StoreFailure.notFound("sensor"));
            Id<Account> tester = stores.visits()
                    .find(recording.clinic(), recording.visit())
                    .orElseThrow(() -> StoreFailure.notFound("visit"))
                    .clinician();
            stores.trust().add(incident(sensor, Kind.OVERLOAD, recording.startedAt(), what, tester));
        });
    }

    /** "1812 N; made for 1470 N"; empty where the load was none, or the capacity is not known. */
    static Optional<String> overload(List<ForceTrace> segments) {
        double greatest = 0;
        double capacity = Double.POSITIVE_INFINITY;
        for (ForceTrace segment : segments) {
            capacity = segment.capacity().map(known -> known.newtons()).orElse(Double.POSITIVE_INFINITY);
            for (int i = 0; i < segment.size(); i++) {
                greatest = Math.max(greatest, Math.abs(segment.newtons(i)));
            }
        }
        return greatest > OVERLOAD_SHARE * capacity
                ? Optional.of(String.format(Locale.ROOT, "%.0f N; made for %.0f N", greatest, capacity))
                : Optional.empty();
    }

    private SensorIncident incident(Sensor sensor, Kind kind, Instant at, String detail, Id<Account> author) {
        return new SensorIncident(Id.random(ids), sensor.clinic(), sensor.id(), kind, at, cut(detail), author);
    }

    private static String cut(String detail) {
        return detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
    }
}
