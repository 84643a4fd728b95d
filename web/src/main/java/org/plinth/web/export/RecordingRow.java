package org.plinth.web.export;

import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.annotation.NotNull;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plinth.driver.Ledger;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.store.RawStore.RawRow;

/**
 * A recording as a row of {@code recordings.parquet}; columns as in {@code recordings.ndjson}. Of an erased patient's there is
 * nothing but that it was.
 */
record RecordingRow(
        @NotNull String recording,
        @Nullable String withheld,
        @Nullable String patient,
        @Nullable String episode,
        @Nullable String visit,
        @Nullable String test,
        @Alias("day_of_episode_d") @Nullable Long dayOfEpisode,
        @Alias("after_visit_start_s") @Nullable Long afterVisitStart,
        @Nullable String position,
        @Alias("protocol_version") @Nullable Integer protocolVersion,
        @Nullable String fixation,
        @Nullable String side,
        @Alias("injured_side") @Nullable String injuredSide,
        @Nullable String state,
        @Nullable String sensor,
        @Alias("sensor_model") @Nullable String sensorModel,
        @Alias("samples_received") @Nullable Long received,
        @Alias("samples_lost") @Nullable Long lost,
        @Alias("longest_silence_us") @Nullable Long longestSilence,
        @Alias("value_N") @Nullable Double value,
        @Alias("mean_N") @Nullable Double mean,
        @Alias("efforts_kept") @Nullable Integer effortsKept,
        @Alias("efforts_made") @Nullable Integer effortsMade,
        @Alias("journal_sha256") @Nullable String journalSha256) {

    static RecordingRow of(RawRows.Raw raw, RawKeys keys, boolean seals) {
        RawRow row = raw.row();
        Recording recording = row.recording();
        String key = keys.recording(recording.id());
        String withheld = raw.withheld().orElse(null);
        if (row.erased()) {
            return new RecordingRow(
                    key, withheld, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null);
        }
        Optional<Ledger> ledger = recording.ledger();
        Optional<SideResult> result = row.result();
        return new RecordingRow(
                key,
                withheld,
                keys.patient(recording.patient()),
                keys.episode(row.episode()),
                keys.visit(recording.visit()),
                keys.test(recording.test()),
                ChronoUnit.DAYS.between(row.openedOn(), row.visitDate()),
                Duration.between(row.visitStartedAt(), recording.startedAt()).toSeconds(),
                row.positionId(),
                row.protocolVersion(),
                row.fixation().id(),
                recording.side().name(),
                row.involvement().name(),
                recording.state().name(),
                keys.sensor(row.sensor()),
                recording.driverId(),
                ledger.map(Ledger::received).orElse(null),
                ledger.filter(known -> known.lost().isPresent())
                        .map(known -> known.lost().getAsLong())
                        .orElse(null),
                ledger.map(Ledger::longestSilenceMicros).orElse(null),
                result.map(known -> known.value().best().newtons()).orElse(null),
                result.map(known -> known.value().mean().newtons()).orElse(null),
                result.map(SideResult::effortsKept).orElse(null),
                result.map(SideResult::effortsMade).orElse(null),
                recording
                        .seal()
                        .filter(seal -> seals)
                        .map(Recording.Seal::sha256)
                        .orElse(null));
    }
}
