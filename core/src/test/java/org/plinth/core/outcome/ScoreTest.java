package org.plinth.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.outcome.Instrument.Mode;
import org.plinth.core.outcome.ScoreReading.Field;
import org.plinth.core.outcome.ScoreReading.Reason;
import org.plinth.core.outcome.ScoreReading.Refused;
import org.plinth.core.visit.Side;

class ScoreTest {

    private static final InstrumentCatalogue CATALOGUE = InstrumentCatalogue.bundled();
    private static final Instrument NRS = CATALOGUE.find("nrs-pain").orElseThrow();
    private static final Instrument LEFS = CATALOGUE.find("lefs").orElseThrow();
    private static final Instrument VISA_H = CATALOGUE.find("visa-h").orElseThrow();
    private static final Instrument SITTING = CATALOGUE.find("sitting-onset").orElseThrow();
    private static final Qualifiers RUNNING =
            Qualifiers.NONE.doing("running").at(Timing.DURING).of(Side.LEFT);

    @ParameterizedTest
    @CsvSource({
        "lefs, -1, BELOW_RANGE",
        "lefs, 81, ABOVE_RANGE",
        "lefs, 40.5, OFF_STEP",
        "lefs, NaN, NOT_A_NUMBER",
        "lefs, Infinity, NOT_A_NUMBER",
        "tsk-11, 10, BELOW_RANGE",
        "tsk-11, 45, ABOVE_RANGE",
        "gpe-7, -4, BELOW_RANGE",
        "gpe-7, 4, ABOVE_RANGE",
        "percent-normal, 99.5, OFF_STEP",
        "wpai-presenteeism, 35, OFF_STEP",
        "wpai-absenteeism, 37.55, OFF_STEP",
        "eq-5d-5l-vas, 101, ABOVE_RANGE"
    })
    void a_number_that_its_form_cannot_give_is_refused_with_the_range(String id, double value, Reason reason) {
        Instrument instrument = CATALOGUE.find(id).orElseThrow();

        assertThat(Score.read(instrument, SampleInstruments.DAY, value, Qualifiers.NONE))
                .isEqualTo(new Refused(Field.VALUE, reason, instrument.min(), instrument.max()));
    }

    @ParameterizedTest
    @CsvSource({
        "lefs, 0",
        "lefs, 80",
        "lefs, -0.0",
        "tsk-11, 11",
        "tsk-11, 44",
        "gpe-7, -3",
        "gpe-7, 0",
        "gpe-15, 7",
        "wpai-absenteeism, 37.5",
        "wpai-absenteeism, 99.9",
        "wpai-presenteeism, 30",
        "sleep, 10",
        "pcs, 52"
    })
    void ends_and_steps_are_usable(String id, double value) {
        Instrument instrument = CATALOGUE.find(id).orElseThrow();

        Score score = SampleInstruments.score(instrument, value);

        assertThat(score.value()).isEqualTo(value + 0.0);
        assertThat(score.qualifiers().language()).contains("en");
        assertThat(score.qualifiers().answeredBy()).contains(Mode.PATIENT);
    }

    @Test
    void pain_says_doing_what_when_and_of_which_leg() {
        assertThat(read(NRS, Qualifiers.NONE)).isEqualTo(refused(NRS, Field.ACTIVITY, Reason.MISSING));
        assertThat(read(NRS, RUNNING)).isInstanceOf(ScoreReading.Usable.class);
        assertThat(read(NRS, Qualifiers.NONE.doing("running").of(Side.LEFT)))
                .isEqualTo(refused(NRS, Field.TIMING, Reason.MISSING));
        assertThat(read(NRS, Qualifiers.NONE.doing("running").at(Timing.DURING)))
                .isEqualTo(refused(NRS, Field.SIDE, Reason.MISSING));
        assertThat(read(NRS, RUNNING.on(Surface.HARD))).isEqualTo(refused(NRS, Field.SURFACE, Reason.NOT_ASKED));
        assertThat(read(NRS, RUNNING.doing("  "))).isEqualTo(refused(NRS, Field.ACTIVITY, Reason.MISSING));
        assertThat(read(NRS, RUNNING.doing("x".repeat(81)))).isEqualTo(refused(NRS, Field.ACTIVITY, Reason.TOO_LONG));
        assertThat(read(NRS, RUNNING.doing("run\u0000"))).isEqualTo(refused(NRS, Field.ACTIVITY, Reason.NOT_TEXT));
    }

    @ParameterizedTest
    @CsvSource({"REST, true", "WORST, true", "AVERAGE, true", "DURING, false", "AFTER_24_H, false", "AFTER_48_H, false"
    })
    void pain_of_no_single_activity_needs_none(Timing timing, boolean usable) {
        ScoreReading reading = read(NRS, Qualifiers.NONE.at(timing).of(Side.RIGHT));

        assertThat(reading instanceof ScoreReading.Usable).isEqualTo(usable);
    }

    @Test
    void a_form_takes_no_qualifier_that_it_does_not_ask() {
        assertThat(read(LEFS, Qualifiers.NONE.of(Side.LEFT))).isEqualTo(refused(LEFS, Field.SIDE, Reason.NOT_ASKED));
        assertThat(read(LEFS, Qualifiers.NONE.doing("running")))
                .isEqualTo(refused(LEFS, Field.ACTIVITY, Reason.NOT_ASKED));
        assertThat(read(SITTING, Qualifiers.NONE)).isEqualTo(refused(SITTING, Field.SURFACE, Reason.MISSING));
        assertThat(read(SITTING, Qualifiers.NONE.on(Surface.SOFT))).isInstanceOf(ScoreReading.Usable.class);
    }

    @Test
    void who_answered_is_said_where_the_form_leaves_it_open() {
        assertThat(read(VISA_H, Qualifiers.NONE)).isEqualTo(refused(VISA_H, Field.ANSWERED_BY, Reason.MISSING));
        assertThat(read(VISA_H, Qualifiers.NONE.answeredBy(Mode.EITHER)))
                .isEqualTo(refused(VISA_H, Field.ANSWERED_BY, Reason.MISSING));
        assertThat(read(VISA_H, Qualifiers.NONE.answeredBy(Mode.CLINICIAN))).isInstanceOf(ScoreReading.Usable.class);
        assertThat(read(LEFS, Qualifiers.NONE.answeredBy(Mode.CLINICIAN)))
                .isEqualTo(refused(LEFS, Field.ANSWERED_BY, Reason.CONTRARY));
        assertThat(read(LEFS, Qualifiers.NONE.in("not a tag")))
                .isEqualTo(refused(LEFS, Field.LANGUAGE, Reason.NOT_TEXT));
    }

    @Test
    void a_scale_said_to_be_the_other_way_round_is_refused_and_never_turned() {
        assertThat(Score.read(LEFS, SampleInstruments.DAY, 30, Qualifiers.NONE, Polarity.LOWER_BETTER))
                .isEqualTo(refused(LEFS, Field.POLARITY, Reason.CONTRARY));
        assertThat(Score.read(LEFS, SampleInstruments.DAY, 30, Qualifiers.NONE, Polarity.HIGHER_BETTER))
                .isEqualTo(Score.read(LEFS, SampleInstruments.DAY, 30, Qualifiers.NONE));
    }

    @Test
    void a_series_is_one_instrument_version_language_mode_and_all_that_is_said() {
        String running = series(NRS, RUNNING);

        assertThat(running)
                .isEqualTo("nrs-pain@1|language=en|by=PATIENT|timing=DURING|side=LEFT|surface=|activity=running");
        assertThat(series(NRS, RUNNING.doing(" Running "))).isEqualTo(running);
        assertThat(series(NRS, RUNNING.in("EN"))).isEqualTo(running);
        assertThat(series(NRS, RUNNING.in("fi"))).isNotEqualTo(running);
        assertThat(series(NRS, RUNNING.doing("sitting"))).isNotEqualTo(running);
        assertThat(series(NRS, RUNNING.at(Timing.AFTER_24_H))).isNotEqualTo(running);
        assertThat(series(NRS, RUNNING.of(Side.RIGHT))).isNotEqualTo(running);
        assertThat(series(CATALOGUE.find("vas-pain").orElseThrow(), RUNNING)).isNotEqualTo(running);
        assertThat(series(SITTING, Qualifiers.NONE.on(Surface.SOFT)))
                .isNotEqualTo(series(SITTING, Qualifiers.NONE.on(Surface.HARD)));
        assertThat(series(VISA_H, Qualifiers.NONE.answeredBy(Mode.PATIENT)))
                .isNotEqualTo(series(VISA_H, Qualifiers.NONE.answeredBy(Mode.CLINICIAN)));
    }

    @Test
    void a_score_made_by_hand_is_whole_too() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Score("lefs", 1, SampleInstruments.DAY, 30, Qualifiers.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Score(
                        "lefs",
                        1,
                        SampleInstruments.DAY,
                        Double.NaN,
                        Qualifiers.NONE.in("en").answeredBy(Mode.PATIENT)));
    }

    @Property
    void exactly_the_whole_numbers_of_a_scale_are_usable(@ForAll @IntRange(min = -200, max = 200) int value) {
        for (Instrument instrument : CATALOGUE.all()) {
            boolean onStep = instrument.step() <= 1 || value % instrument.step() == 0;
            boolean inside = onStep && value >= instrument.min() && value <= instrument.max();
            Qualifiers all = asked(instrument);

            assertThat(Score.read(instrument, SampleInstruments.DAY, value, all) instanceof ScoreReading.Usable)
                    .as(instrument.id())
                    .isEqualTo(inside);
        }
    }

    @Test
    void surfaces_end_with_the_hardest() {
        assertThat(Surface.SOFT.harder()).contains(Surface.MEDIUM);
        assertThat(Surface.MEDIUM.harder()).contains(Surface.FIRM);
        assertThat(Surface.FIRM.harder()).contains(Surface.HARD);
        assertThat(Surface.HARD.harder()).isEmpty();
    }

    private static Qualifiers asked(Instrument instrument) {
        return new Qualifiers(
                Optional.of("running").filter(any -> instrument.asks(Instrument.Ask.ACTIVITY)),
                Optional.of(Timing.DURING).filter(any -> instrument.asks(Instrument.Ask.TIMING)),
                Optional.of(Side.LEFT).filter(any -> instrument.asks(Instrument.Ask.SIDE)),
                Optional.of(Surface.SOFT).filter(any -> instrument.asks(Instrument.Ask.SURFACE)),
                Optional.of(Mode.PATIENT),
                Optional.empty());
    }

    private static String series(Instrument instrument, Qualifiers qualifiers) {
        return SampleInstruments.score(instrument, 0, 5, qualifiers).seriesId();
    }

    private static ScoreReading read(Instrument instrument, Qualifiers qualifiers) {
        return Score.read(instrument, SampleInstruments.DAY, 5, qualifiers);
    }

    private static Refused refused(Instrument instrument, Field field, Reason reason) {
        return new Refused(field, reason, instrument.min(), instrument.max());
    }
}
