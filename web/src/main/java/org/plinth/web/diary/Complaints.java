package org.plinth.web.diary;

import static org.plinth.web.diary.EntryField.choice;
import static org.plinth.web.diary.EntryField.number;
import static org.plinth.web.diary.EntryField.pain;
import static org.plinth.web.diary.EntryField.side;
import static org.plinth.web.diary.EntryField.whole;
import static org.plinth.web.diary.EntryField.words;
import static org.plinth.web.diary.EntryField.yes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.diary.EntryKind.Group;
import org.plinth.web.diary.EntryKind.Wrong;

/** How she is: pain with what she did and when, and how long she can sit. */
final class Complaints {

    private static final String[] ACTIVITIES = {
        "SITTING",
        "DRIVING",
        "RUNNING",
        "STAIRS",
        "BENDING",
        "EXERCISES",
        "STRENGTH_TEST",
        "BRIDGES",
        "DAILY_LIFE",
        "NIGHT"
    };

    private static final String[] TIMES = {"REST", "DURING", "AFTER_24_H", "AFTER_48_H"};

    /** A whole number from 0 to 10. Another scale than {@link #VAS}, and never one line with it. */
    static final EntryKind PAIN = EntryKind.of(
            "pain",
            Group.COMPLAINT,
            choice("activity", ACTIVITIES).must(),
            choice("timing", TIMES).must(),
            pain("pain").must(),
            side(false).must(),
            yes("painkiller"));

    static final EntryKind VAS = EntryKind.of(
            "pain-vas",
            Group.COMPLAINT,
            choice("activity", ACTIVITIES).must(),
            choice("timing", TIMES).must(),
            whole("millimetres", 0, 100, "mm").must(),
            side(false).must(),
            yes("painkiller"));

    /** Minutes to the first pain, and until pain makes her get up; or at least so many, where the clock or she herself ended it. */
    static final EntryKind SITTING = EntryKind.of(
                    "sitting",
                    Group.COMPLAINT,
                    choice("surface", "SOFT", "MEDIUM", "FIRM", "HARD").must(),
                    number("onset", 0, 720, "min"),
                    yes("onset" + Scores.AT_LEAST),
                    number("stop", 0, 720, "min"),
                    yes("stop" + Scores.AT_LEAST))
            .where(Complaints::sitting);

    /** What stands beside pain and is never reckoned into it. */
    static final EntryKind CONTEXT =
            EntryKind.of("context", Group.COMPLAINT, pain("sleep"), pain("stress"), words("note"));

    /** What she says at home, which nobody watches. */
    static final EntryKind ANSWER = EntryKind.of(
                    "answer",
                    Group.COMPLAINT,
                    choice("timing", "AFTER_24_H", "AFTER_48_H", "SITTING").must(),
                    pain("pain").must(),
                    yes("worse"),
                    yes("numb"),
                    words("handled"))
            .alsoByPatient();

    static final List<EntryKind> ALL = List.of(PAIN, VAS, SITTING, CONTEXT, ANSWER);

    private Complaints() {}

    private static Optional<Wrong> sitting(Map<String, String> values) {
        if (!values.containsKey("onset") && !values.containsKey("stop")) {
            return Optional.of(Wrong.of("onset", "diary.wrong.sitting.none"));
        }
        boolean turned = values.containsKey("onset")
                && values.containsKey("stop")
                && Double.parseDouble(values.getOrDefault("onset", "0"))
                        > Double.parseDouble(values.getOrDefault("stop", "0"));
        if (turned) {
            return Optional.of(Wrong.of("stop", "diary.wrong.sitting.turned"));
        }
        return open(values).or(() -> Scores.sitting(values));
    }

    /** "At least" needs its minutes; and who had no pain by then did not get up for pain at that minute. */
    private static Optional<Wrong> open(Map<String, String> values) {
        for (String field : List.of("onset", "stop")) {
            if (values.containsKey(field + Scores.AT_LEAST) && !values.containsKey(field)) {
                return Optional.of(Wrong.of(field, "diary.wrong.sitting.least"));
            }
        }
        boolean contrary = values.containsKey("onset" + Scores.AT_LEAST)
                && values.containsKey("stop")
                && !values.containsKey("stop" + Scores.AT_LEAST)
                && values.getOrDefault("stop", "").equals(values.get("onset"));
        return contrary ? Optional.of(Wrong.of("stop", "diary.wrong.sitting.contrary")) : Optional.empty();
    }
}
