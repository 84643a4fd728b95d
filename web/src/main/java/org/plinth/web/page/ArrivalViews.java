package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plinth.core.signal.Gap;
import org.plinth.core.signal.TraceQuality;
import org.plinth.driver.Ledger;
import org.plinth.driver.Timing;
import org.plinth.web.capture.JournalReplay;
import org.plinth.web.capture.RawForce;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Recording;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.SideSheet;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/** The ledger of every recording of a visit in words, and where its raw data are (decisions M10, M11). */
final class ArrivalViews {

    private static final int MOST_GAPS = 5;
    private static final double MICROS_PER_MILLI = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;

    private final Texts texts;
    private final Numbers numbers;
    private final Sides sides;
    private final RawForce raw;

    ArrivalViews(Texts texts, Numbers numbers, RawForce raw) {
        this.texts = texts;
        this.numbers = numbers;
        this.sides = new Sides(texts);
        this.raw = raw;
    }

    /** Of finished recordings, in the order of tests and sides. */
    List<ArrivalRow> of(List<TestSheet> sheets) {
        List<ArrivalRow> rows = new ArrayList<>();
        for (TestSheet sheet : sheets) {
            for (SideSheet side : sheet.inOrder()) {
                int number = 0;
                for (Recording recording : side.recordings()) {
                    number++;
                    if (recording.state() != Recording.State.OPEN) {
                        rows.add(row(sheet, side, number, recording));
                    }
                }
            }
        }
        return rows;
    }

    private ArrivalRow row(TestSheet sheet, SideSheet side, int number, Recording recording) {
        Optional<RecordedForce> force = raw.of(recording).flatMap(JournalReplay.Replayed::force);
        Optional<Ledger> ledger = recording.ledger();
        return new ArrivalRow(
                texts.text("page.arrived.recording", sheet.position().name(), sides.name(side.side()), number),
                ledger.map(known -> counted(known.expected())).orElseGet(this::unknown),
                ledger.map(this::received).orElseGet(this::unknown),
                ledger.map(known -> counted(known.lost())).orElseGet(this::unknown),
                ledger.map(known -> Long.toString(known.duplicated())).orElseGet(this::unknown),
                ledger.map(known -> Long.toString(known.late())).orElseGet(this::unknown),
                ledger.map(known -> Long.toString(known.malformed())).orElseGet(this::unknown),
                force.map(this::gaps).orElseGet(() -> texts.text("page.arrived.unreadable")),
                force.map(known -> rate(known.timing())).orElseGet(this::unknown),
                force.map(known -> drift(known, ledger)).orElseGet(this::unknown),
                force.map(readable -> "/api/recordings/" + recording.id() + "/capture"));
    }

    private String unknown() {
        return texts.text("page.arrived.unknown");
    }

    /** Never 0 where it cannot be counted (decision M11). */
    private String counted(OptionalLong samples) {
        return samples.isPresent() ? Long.toString(samples.getAsLong()) : texts.text("page.arrived.uncountable");
    }

    private String received(Ledger ledger) {
        long samples = ledger.received() + ledger.missing();
        return ledger.missing() == 0
                ? Long.toString(samples)
                : texts.text("page.arrived.missing", samples, ledger.missing());
    }

    private String gaps(RecordedForce force) {
        List<String> said = new ArrayList<>();
        for (int segment = 0; segment < force.segments().size(); segment++) {
            int part = segment + 1;
            boolean only = force.segments().size() == 1;
            force.segments().get(segment).quality().map(TraceQuality::gaps).orElse(List.of()).stream()
                    .map(gap -> gap(gap, part, only))
                    .forEach(said::add);
        }
        String gaps = said.isEmpty() ? none(force.ledger()) : joined(said);
        String longest = texts.text(
                "page.arrived.silence", numbers.fine(force.ledger().longestSilenceMicros() / MICROS_PER_MILLI));
        return gaps + ". " + longest;
    }

    private String none(Ledger ledger) {
        return ledger.boundaryGaps() == 0
                ? texts.text("page.arrived.gaps.none")
                : texts.text("page.arrived.gaps.none.boundary", ledger.boundaryGaps());
    }

    private String gap(Gap gap, int part, boolean only) {
        String length = numbers.fine(gap.durationMicros() / MICROS_PER_MILLI);
        String after = numbers.fine(gap.afterMicros() / MICROS_PER_SECOND);
        return only
                ? texts.text("page.arrived.gap", length, after)
                : texts.text("page.arrived.gap.segment", length, after, part);
    }

    private String joined(List<String> gaps) {
        if (gaps.size() <= MOST_GAPS) {
            return String.join("; ", gaps);
        }
        return texts.text(
                "page.arrived.gaps.more", String.join("; ", gaps.subList(0, MOST_GAPS)), gaps.size() - MOST_GAPS);
    }

    private String rate(Timing timing) {
        return timing.rateHz().isPresent()
                ? texts.text("page.arrived.rate", numbers.fine(timing.rateHz().getAsDouble()))
                : unknown();
    }

    private String drift(RecordedForce force, Optional<Ledger> ledger) {
        Timing timing = force.timing();
        if (timing.driftPpm().isPresent()) {
            double ppm = timing.driftPpm().getAsDouble();
            return texts.text(
                    ppm < 0 ? "page.arrived.drift.slow" : "page.arrived.drift.fast",
                    numbers.fine(Math.abs(ppm)),
                    timing.driftErrorPpm().isPresent()
                            ? numbers.fine(timing.driftErrorPpm().getAsDouble())
                            : unknown());
        }
        if (timing.uncertaintyMicros().isPresent()) {
            return texts.text(
                    "page.arrived.drift.arrival",
                    numbers.fine(timing.uncertaintyMicros().getAsLong() / MICROS_PER_MILLI));
        }
        boolean hasClock =
                ledger.map(Ledger::lost).filter(OptionalLong::isPresent).isPresent();
        return texts.text(hasClock ? "page.arrived.drift.short" : "page.arrived.drift.none");
    }
}
