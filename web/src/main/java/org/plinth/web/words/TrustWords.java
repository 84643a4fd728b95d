package org.plinth.web.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plinth.calibration.validity.SensorState;
import org.plinth.calibration.validity.SuspectCause;
import org.plinth.web.clinic.TestTrust;
import org.plinth.web.text.Texts;
import org.plinth.web.trust.Mark;
import org.plinth.web.trust.ResultTrust;

/** What is said of sensors and of the calibrations behind results. */
public final class TrustWords {

    private final Texts texts;
    private final Numbers numbers;

    /** From this catalogue, with dates in the clinic's zone. */
    public TrustWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** The state of a sensor: "Calibrated until 3 May 2027." */
    public String state(SensorState state) {
        if (state instanceof SensorState.InDate known) {
            return texts.text("sensor.state.IN_DATE", lastDay(known.until()));
        }
        if (state instanceof SensorState.Due due) {
            return texts.text("sensor.state.DUE", lastDay(due.until()));
        }
        if (state instanceof SensorState.Expired expired) {
            return texts.text("sensor.state.EXPIRED", day(expired.since()));
        }
        if (state instanceof SensorState.Suspect suspect) {
            return texts.text("sensor.state.SUSPECT", day(suspect.since()), causes(suspect.causes()));
        }
        return texts.text("sensor.state.NEVER_CALIBRATED");
    }

    /** Of a sensor that is not to be used. */
    public String putAside(Instant since) {
        return texts.text("sensor.state.PUT_ASIDE", day(since));
    }

    /** The name of a state, as files and programs carry it. */
    public static String id(SensorState state) {
        if (state instanceof SensorState.InDate) {
            return "IN_DATE";
        }
        if (state instanceof SensorState.Due) {
            return "DUE";
        }
        if (state instanceof SensorState.Expired) {
            return "EXPIRED";
        }
        return state instanceof SensorState.Suspect ? "SUSPECT" : "NEVER_CALIBRATED";
    }

    /** The calibration behind a result in a few words: "Calibrated until 3 May 2027", "Check failed on 3 May 2026". */
    public String brief(ResultTrust trust) {
        return trust.mark().map(mark -> brief(mark, trust)).orElseGet(() -> trust.validUntil()
                .map(until -> texts.text("sensor.result.good", lastDay(until)))
                .orElseGet(() -> texts.text("sensor.result.unknown")));
    }

    private String brief(Mark mark, ResultTrust trust) {
        return switch (mark) {
            case UNCALIBRATED -> texts.text("sensor.result.UNCALIBRATED");
            case EXPIRED ->
                texts.text(
                        "sensor.result.EXPIRED",
                        trust.validUntil().map(this::day).orElse(""));
            case SUSPECT ->
                texts.text(
                        "sensor.result.SUSPECT",
                        causes(trust.causes()),
                        trust.doubtedAt().map(this::day).orElse(""));
        };
    }

    /** Everything that is wrong with it, and what was said about that; empty where nothing is wrong. */
    public List<String> sentences(ResultTrust trust) {
        List<String> said = new ArrayList<>();
        trust.marks().stream().sorted().forEach(mark -> said.add(brief(mark, trust)));
        if (!said.isEmpty()) {
            said.add(then(trust));
            said.add(texts.text(trust.isKept() ? "sensor.result.kept" : "sensor.result.open"));
        }
        return said;
    }

    /** What was known of the sensor when the result was recorded. */
    public String then(ResultTrust trust) {
        return texts.text("sensor.result.then", state(trust.then()));
    }

    /** Who said what about it, where somebody did. */
    public Optional<String> word(ResultTrust trust, String author) {
        return trust.isSound() ? Optional.empty() : trust.word().map(word -> said(word, author) + since(trust, word));
    }

    private String since(ResultTrust trust, TestTrust word) {
        return word.trusted() && !trust.isKept() ? " " + texts.text("sensor.word.older") : "";
    }

    private String said(TestTrust word, String author) {
        return texts.text(
                word.trusted() ? "sensor.word.kept" : "sensor.word.withdrawn", author, day(word.at()), word.reason());
    }

    /** To the patient. */
    public Optional<String> plain(ResultTrust trust) {
        return trust.counts() ? Optional.empty() : Optional.of(texts.text("sensor.plain"));
    }

    private String causes(Collection<SuspectCause> causes) {
        return causes.stream()
                .sorted()
                .map(cause -> texts.text("sensor.cause." + cause.name()))
                .collect(Collectors.joining(", "));
    }

    private String day(Instant at) {
        return numbers.date(at.atZone(numbers.zone()).toLocalDate());
    }

    /** The last day on which it is still in time. */
    private String lastDay(Instant until) {
        return day(until.minusMillis(1));
    }
}
