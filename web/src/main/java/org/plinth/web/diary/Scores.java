package org.plinth.web.diary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plinth.core.outcome.ActivityMean;
import org.plinth.core.outcome.Instrument;
import org.plinth.core.outcome.Instrument.Ask;
import org.plinth.core.outcome.Instrument.Mode;
import org.plinth.core.outcome.InstrumentCatalogue;
import org.plinth.core.outcome.Qualifiers;
import org.plinth.core.outcome.Score;
import org.plinth.core.outcome.ScoreReading;
import org.plinth.core.outcome.Surface;
import org.plinth.core.outcome.Timing;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.diary.EntryKind.Group;
import org.plinth.web.diary.EntryKind.Wrong;

/**
 * Entries as scores of instruments, which know range, direction and detectable change. Pain, sitting, sleep and stress have kinds of
 * their own; every other instrument is a kind by itself, {@code score-<instrument>}: its total alone, never an item's text.
 */
public final class Scores {

    private static final String PREFIX = "score-";
    private static final InstrumentCatalogue CATALOGUE = InstrumentCatalogue.bundled();

    /** The mean of the patient's own activities: reckoned from theirs, never noted. */
    public static final String MEAN = "psfs";

    /** After the name of a field: its value is this or more. */
    static final String AT_LEAST = "AtLeast";

    /** Instruments that are a field of another kind, or are reckoned. */
    private static final Set<String> FIELDS =
            Set.of("nrs-pain", "vas-pain", "sitting-onset", "sitting-stop", "sleep", "stress", MEAN);

    private Scores() {}

    /** All instruments. */
    public static InstrumentCatalogue instruments() {
        return CATALOGUE;
    }

    /** The instrument that a kind by itself is about. */
    public static Optional<Instrument> instrument(EntryKind kind) {
        return kind.id().startsWith(PREFIX) ? CATALOGUE.find(kind.id().substring(PREFIX.length())) : Optional.empty();
    }

    static Stream<EntryKind> kinds() {
        return CATALOGUE.all().stream()
                .filter(instrument -> !FIELDS.contains(instrument.id()))
                .map(Scores::kind);
    }

    private static EntryKind kind(Instrument instrument) {
        List<EntryField> fields = new ArrayList<>();
        if (instrument.asks(Ask.ACTIVITY)) {
            fields.add(EntryField.words("activity").must().atMost(Score.LONGEST_ACTIVITY));
        }
        if (instrument.asks(Ask.TIMING)) {
            fields.add(EntryField.choice("timing", "REST", "DURING", "AFTER_24_H", "AFTER_48_H", "WORST", "AVERAGE")
                    .must());
        }
        if (instrument.asks(Ask.SIDE)) {
            fields.add(EntryField.side(false).must());
        }
        if (instrument.mode() == Mode.EITHER) {
            fields.add(EntryField.choice("answeredBy", "PATIENT", "CLINICIAN").must());
        }
        fields.add(EntryField.number("value", instrument.min(), instrument.max(), instrument.unit())
                .must());
        return EntryKind.of(PREFIX + instrument.id(), Group.FUNCTION, fields.toArray(EntryField[]::new))
                .where(values -> refused(instrument, "value", said(values), values.getOrDefault("value", "0")));
    }

    /** What the instrument itself would not take is refused here, so that nothing is noted and then counted as none. */
    private static Optional<Wrong> refused(Instrument instrument, String field, Qualifiers said, String value) {
        ScoreReading reading = Score.read(instrument, LocalDate.EPOCH, Double.parseDouble(value), said);
        if (!(reading instanceof ScoreReading.Refused refused)) {
            return Optional.empty();
        }
        return refused.reason() == ScoreReading.Reason.OFF_STEP
                ? Optional.of(Wrong.of(
                        field,
                        "diary.wrong.step",
                        instrument.name(),
                        Double.toString(instrument.step()).replaceAll("\\.0$", "")))
                : Optional.of(Wrong.of(
                        refused.field() == ScoreReading.Field.ACTIVITY ? "activity" : field, "diary.wrong.score"));
    }

    /** The same for minutes of sitting, which have two instruments. */
    static Optional<Wrong> sitting(Map<String, String> values) {
        return Stream.of("onset", "stop")
                .filter(values::containsKey)
                .flatMap(field -> CATALOGUE.find("sitting-" + field).stream()
                        .flatMap(known -> refused(known, field, on(values), values.getOrDefault(field, "0")).stream()))
                .findFirst();
    }

    /** The scores that an entry holds: none, one, or several. What no longer fits its instrument is none. */
    public static List<Score> of(EpisodeEntry entry) {
        return switch (entry.kind()) {
            case "pain" -> one(entry, "nrs-pain", "pain", painful(entry));
            case "pain-vas" -> one(entry, "vas-pain", "millimetres", painful(entry));
            case "sitting" ->
                Stream.of("onset", "stop")
                        .flatMap(field -> one(entry, "sitting-" + field, field, on(entry.values())).stream())
                        .toList();
            case "context" ->
                Stream.of("sleep", "stress")
                        .flatMap(field -> one(entry, field, field, Qualifiers.NONE).stream())
                        .toList();
            default ->
                entry.kind().startsWith(PREFIX)
                        ? one(entry, entry.kind().substring(PREFIX.length()), "value", said(entry.values()))
                        : List.of();
        };
    }

    /** Means of the patient's own activities, and on which days there is none. */
    public static ActivityMean activityMean(List<EpisodeEntry> entries) {
        List<Score> answers = entries.stream()
                .flatMap(entry -> of(entry).stream())
                .filter(score -> score.instrument().equals("psfs-activity"))
                .toList();
        return ActivityMean.of(CATALOGUE.find(MEAN).orElseThrow(), answers);
    }

    private static List<Score> one(EpisodeEntry entry, String instrument, String field, Qualifiers said) {
        Optional<Instrument> known = CATALOGUE.find(instrument);
        String value = entry.values().get(field);
        if (known.isEmpty() || value == null) {
            return List.of();
        }
        ScoreReading reading = Score.read(known.get(), entry.date(), Double.parseDouble(value), said);
        boolean open = entry.values().containsKey(field + AT_LEAST);
        return reading instanceof ScoreReading.Usable usable
                ? List.of(open ? usable.score().orMore() : usable.score())
                : List.of();
    }

    private static Qualifiers painful(EpisodeEntry entry) {
        Map<String, String> values = entry.values();
        Qualifiers said = Qualifiers.NONE
                .doing(values.getOrDefault("activity", ""))
                .at(Timing.valueOf(values.getOrDefault("timing", "DURING")));
        return values.containsKey("side") ? said.of(Side.valueOf(values.getOrDefault("side", "LEFT"))) : said;
    }

    private static Qualifiers on(Map<String, String> values) {
        return Qualifiers.NONE.on(Surface.valueOf(values.getOrDefault("surface", "MEDIUM")));
    }

    private static Qualifiers said(Map<String, String> values) {
        Qualifiers said = Qualifiers.NONE;
        if (values.containsKey("activity")) {
            said = said.doing(values.getOrDefault("activity", ""));
        }
        if (values.containsKey("timing")) {
            said = said.at(Timing.valueOf(values.getOrDefault("timing", "DURING")));
        }
        if (values.containsKey("side")) {
            said = said.of(Side.valueOf(values.getOrDefault("side", "LEFT")));
        }
        return values.containsKey("answeredBy")
                ? said.answeredBy(Mode.valueOf(values.getOrDefault("answeredBy", "PATIENT")))
                : said;
    }
}
