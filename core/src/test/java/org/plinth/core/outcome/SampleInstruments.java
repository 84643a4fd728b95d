package org.plinth.core.outcome;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.plinth.core.outcome.Instrument.Mode;
import org.plinth.core.outcome.Instrument.Recall;
import org.plinth.core.outcome.Instrument.Use;

/** Instruments that exist in tests only. */
final class SampleInstruments {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private SampleInstruments() {}

    /** 0 to 100 in steps of 1, with this absolute limit. */
    static Instrument absolute(Polarity polarity, double limit) {
        return of(polarity, Optional.of(new Detectable(limit, 95, false, Grade.SOURCED, "sample", "sample people")));
    }

    /** 0 to 100 in steps of 1, with this limit in percent. */
    static Instrument relative(Polarity polarity, double percent) {
        return of(polarity, Optional.of(new Detectable(percent, 95, true, Grade.SOURCED, "sample", "sample people")));
    }

    static Instrument of(Polarity polarity, Optional<Detectable> detectable) {
        return new Instrument(
                "sample",
                1,
                "Sample",
                Use.OUTCOME,
                new Scale(0, 100, 1, "points", polarity),
                Recall.NONE,
                Mode.PATIENT,
                "en",
                Set.of(),
                detectable,
                Optional.empty(),
                OptionalInt.empty(),
                "none",
                false);
    }

    static Score score(Instrument instrument, double value) {
        return score(instrument, 0, value, Qualifiers.NONE);
    }

    static Score score(Instrument instrument, int day, double value, Qualifiers qualifiers) {
        return ((ScoreReading.Usable) Score.read(instrument, DAY.plusDays(day), value, qualifiers)).score();
    }
}
