package org.plinth.web.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plinth.core.effort.Effort;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.signal.ForceTrace;
import org.plinth.driver.Ledger;
import org.plinth.web.capture.JournalOpening;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.RawStore.RawRow;
import org.plinth.web.store.RecordingStore.TrialOf;

/** A recording as one JSON object ({@code docs/data-format.md} §31): no name, no date, no time of day, no serial number. */
final class RawJson {

    private static final int MOST_GAPS = 1_000;

    private final RawKeys keys;
    private final RawCalibrations calibrations;
    private final boolean seals;

    /**
     * With these keys.
     *
     * @param seals whether seals go along: the audit log has them beside ids and true days, so they stay inside the clinic
     */
    RawJson(RawKeys keys, RawCalibrations calibrations, boolean seals) {
        this.keys = keys;
        this.calibrations = calibrations;
        this.seals = seals;
    }

    /**
     * The object.
     *
     * @param curve as it was read; empty where it was not, then {@code withheld} says why
     * @param sealNow of the stored journal as it is now; empty where there is none
     */
    ObjectNode of(
            RawRows.Raw raw, Optional<RawCurve> curve, Optional<String> withheld, Optional<Recording.Seal> sealNow) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("recording", keys.recording(raw.recording().id()));
        withheld.ifPresent(reason -> json.put("withheld", reason));
        if (raw.row().erased()) {
            return json;
        }
        place(json, raw.row());
        sensor(json.putObject("sensor"), raw.row(), curve);
        raw.recording().ledger().ifPresent(ledger -> ledger(json.putObject("ledger"), ledger));
        calibrations.write(json.putObject("calibration"), raw.row());
        curve.ifPresent(read -> {
            tare(json.putObject("tare"), read.opening().tare());
            segments(json, read);
            json.put("torn_tail", read.torn());
        });
        ArrayNode efforts = json.putArray("efforts");
        raw.efforts().forEach(effort -> effort(efforts.addObject(), effort));
        raw.row().result().ifPresent(result -> result(json.putObject("result"), result));
        raw.recording()
                .seal()
                .filter(seal -> seals)
                .ifPresent(seal -> journal(json.putObject("journal"), seal, sealNow));
        return json;
    }

    private void place(ObjectNode json, RawRow row) {
        Recording recording = row.recording();
        json.put("patient", keys.patient(recording.patient()))
                .put("episode", keys.episode(row.episode()))
                .put("visit", keys.visit(recording.visit()))
                .put("test", keys.test(recording.test()))
                .put("day_of_episode_d", ChronoUnit.DAYS.between(row.openedOn(), row.visitDate()))
                .put(
                        "after_visit_start_s",
                        Duration.between(row.visitStartedAt(), recording.startedAt())
                                .toSeconds())
                .put("position", row.positionId())
                .put("protocol_version", row.protocolVersion())
                .put("fixation", row.fixation().id())
                .put("stabilisation", row.stabilisation())
                .put("sensor_site", row.sensorSite())
                .put("side", recording.side().name())
                .put("injured_side", row.involvement().name())
                .put("state", recording.state().name())
                .put("visit_closed", row.visitClosed());
    }

    private void sensor(ObjectNode json, RawRow row, Optional<RawCurve> curve) {
        json.put("sensor", keys.sensor(row.sensor()))
                .put("model", row.recording().driverId())
                .put("driver_version", row.recording().driverVersion());
        curve.map(RawCurve::opening).ifPresent(opening -> {
            json.put("firmware", opening.firmware())
                    .put("transport", opening.transport())
                    .put("unit", opening.unit())
                    .put("clock", opening.deviceClock() ? "device" : "arrival");
            if (opening.origin().decodeOnly()) {
                json.put("support", RecordingCapture.DECODE_ONLY);
            }
        });
    }

    private static void ledger(ObjectNode json, Ledger ledger) {
        json.put("packets", ledger.packets()).put("received", ledger.received());
        ledger.expected().ifPresent(expected -> json.put("expected", expected));
        ledger.lost()
                .ifPresentOrElse(lost -> json.put("lost", lost), () -> json.put("lost_withheld", "NO_DEVICE_CLOCK"));
        json.put("duplicated", ledger.duplicated())
                .put("late", ledger.late())
                .put("malformed", ledger.malformed())
                .put("missing", ledger.missing())
                .put("boundary_gaps", ledger.boundaryGaps())
                .put("longest_silence_us", ledger.longestSilenceMicros());
    }

    private static void tare(ObjectNode json, JournalOpening.Tare tare) {
        json.put("kind", tare.kind())
                .put("value_N", tare.newtons())
                .put("mean_N", tare.meanNewtons())
                .put("sd_N", tare.spreadNewtons())
                .put("drift_N", tare.driftNewtons());
    }

    private static void segments(ObjectNode json, RawCurve curve) {
        ArrayNode segments = json.putArray("segments");
        ArrayNode gaps = json.putArray("gaps");
        int number = 0;
        for (ForceTrace trace : curve.force().segments()) {
            number++;
            int segment = number;
            ObjectNode one = segments.addObject().put("segment", segment).put("samples", trace.size());
            if (trace.size() > 0) {
                one.put("first_us", trace.micros(0)).put("last_us", trace.micros(trace.size() - 1));
            }
            trace.quality().ifPresent(quality -> {
                one.put("sampleRate_Hz", quality.sampleRateHz()).put("effectiveRate_Hz", quality.effectiveRateHz());
                quality.gaps().stream().limit(MOST_GAPS - (long) gaps.size()).forEach(gap -> gaps.addObject()
                        .put("segment", segment)
                        .put("after_us", gap.afterMicros())
                        .put("length_us", gap.durationMicros()));
            });
        }
    }

    /** What a clinician gave as a reason for an exclusion is hers to say in the clinic: free words stay there. */
    private static void effort(ObjectNode json, TrialOf found) {
        Trial trial = found.trial();
        Effort effort = trial.effort();
        json.put("n", effort.number())
                .put("state", trial.state().name())
                .put("onset_us", effort.onsetMicros())
                .put("end_us", effort.endMicros())
                .put("plateau_start_us", effort.plateau().startMicros())
                .put("plateau_end_us", effort.plateau().endMicros())
                .put("first_index", effort.firstIndex())
                .put("peak_index", effort.peakIndex())
                .put("last_index", effort.lastIndex())
                .put("baseline_N", effort.baseline().newtons())
                .put("baseline_sd_N", effort.baselineNoise().newtons())
                .put("quiet_baseline", effort.quietBaseline());
        effort.rejection().ifPresent(reason -> json.put("rejection", reason.name()));
        ArrayNode flags = json.putArray("flags");
        new TreeSet<>(effort.flags()).forEach(flag -> flags.add(flag.name()));
        trial.pain().ifPresent(pain -> json.put("pain_0_10", pain));
        ObjectNode metrics = json.putObject("metrics");
        ObjectNode withheld = json.putObject("withheld");
        new TreeMap<>(trial.measurements()).forEach((metric, result) -> {
            if (result instanceof MetricResult.Measured measured) {
                metrics.put(metric, measured.number());
            }
            result.withholding().ifPresent(reason -> withheld.put(metric, reason.name()));
        });
        json.put("version", trial.version())
                .put("analysis", found.analysis())
                .put("engine_version", found.engineVersion());
    }

    private void result(ObjectNode json, SideResult result) {
        json.put("series", series(result.key()))
                .put("quantity", result.key().quantity())
                .put("estimator", result.key().estimator())
                .put("value_N", result.value().best().newtons())
                .put("mean_N", result.value().mean().newtons())
                .put("k", result.value().k())
                .put("efforts_kept", result.effortsKept())
                .put("efforts_made", result.effortsMade());
        result.value().cvPercent().ifPresent(cv -> json.put("cv_pct", cv));
        ArrayNode flags = json.putArray("flags");
        new TreeSet<>(result.value().flags()).forEach(flag -> flags.add(flag.name()));
        if (seals) {
            json.put("input_sha256", result.provenance().inputHash());
        }
        json.put("version", result.version())
                .put("engine_version", result.provenance().engineVersion());
    }

    /** The key with the patient's pseudonym in her place: equal exactly when the keys are. */
    private String series(SeriesKey key) {
        return new SeriesKey(
                        Id.<Patient>parse(key.patient()).map(keys::patient).orElse("unknown"),
                        key.position(),
                        key.protocolVersion(),
                        key.side(),
                        key.fixation(),
                        key.stabilisation(),
                        key.sensorSite(),
                        key.sensorModel(),
                        key.quantity(),
                        key.basis(),
                        key.estimator(),
                        key.limbWeight(),
                        key.provenance())
                .canonical();
    }

    private static void journal(ObjectNode json, Recording.Seal seal, Optional<Recording.Seal> now) {
        json.put("sha256", seal.sha256()).put("bytes", seal.bytes());
        now.ifPresentOrElse(stored -> json.put("unchanged", stored.equals(seal)), () -> json.put("missing", true));
    }
}
