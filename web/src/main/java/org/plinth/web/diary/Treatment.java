package org.plinth.web.diary;

import static org.plinth.web.diary.EntryField.choice;
import static org.plinth.web.diary.EntryField.date;
import static org.plinth.web.diary.EntryField.number;
import static org.plinth.web.diary.EntryField.pain;
import static org.plinth.web.diary.EntryField.whole;
import static org.plinth.web.diary.EntryField.words;
import static org.plinth.web.diary.EntryField.yes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.diary.EntryKind.Group;
import org.plinth.web.diary.EntryKind.Wrong;

/** What is done about it, what happened meanwhile, and what she wants. */
final class Treatment {

    /** From the day of the entry on; another dose is another prescription, so that each has its verdict. */
    static final EntryKind PRESCRIPTION = EntryKind.of(
                    "prescription",
                    Group.TREATMENT,
                    words("exercise").must(),
                    whole("sets", 1, 20, ""),
                    whole("reps", 1, 200, ""),
                    whole("hold", 1, 600, "s"),
                    number("load", 0, 500, "kg"),
                    choice("side", "LEFT", "RIGHT", "BOTH").must(),
                    whole("timesADay", 1, 10, ""),
                    whole("daysAWeek", 1, 7, ""),
                    whole("daysBetween", 1, 14, ""),
                    choice("stage", "1", "2", "3", "4"),
                    date("until"),
                    words("note"))
            .where(Treatment::dose)
            .ahead();

    /** One step of sitting longer (decision S14). */
    static final EntryKind SITTING_STEP = EntryKind.of(
            "sitting-step",
            Group.TREATMENT,
            choice("surface", "SOFT", "MEDIUM", "FIRM", "HARD").must(),
            whole("planned", 30, 43_200, "s").must(),
            whole("seconds", 0, 43_200, "s"),
            pain("before"),
            pain("during"),
            pain("after24"),
            pain("after48"));

    static final EntryKind EVENT = EntryKind.of(
                    "event",
                    Group.LIFE,
                    choice(
                                    "what",
                                    "FLARE_UP",
                                    "STEROID_INJECTION",
                                    "PRP_INJECTION",
                                    "SHOCK_WAVE",
                                    "DRY_NEEDLING",
                                    "ANTI_INFLAMMATORY",
                                    "SURGERY",
                                    "RACE",
                                    "ILLNESS",
                                    "OTHER")
                            .must(),
                    EntryField.side(true),
                    choice("baseline", "NEW", "SAME"),
                    date("until"),
                    words("note"))
            .where(Treatment::named)
            .ahead();

    static final EntryKind WEEK = EntryKind.of(
            "week",
            Group.LIFE,
            whole("runDays", 0, 7, "").must(),
            number("distance", 0, 400, "km"),
            yes("hills"),
            yes("speed"),
            words("note"));

    static final EntryKind RUN = EntryKind.of(
            "run",
            Group.LIFE,
            number("distance", 0.1, 200, "km"),
            whole("minutes", 1, 1440, "min").must(),
            pain("before"),
            pain("during").must(),
            pain("after24"),
            pain("after48"),
            yes("hills"),
            yes("speed"),
            words("note"));

    private static final EntryKind MILESTONE = EntryKind.of(
            "milestone",
            Group.FUNCTION,
            words("what").must(),
            number("value", 0, 1_000_000, "").must(),
            words("unit").must(),
            number("bestEver", 0, 1_000_000, ""));

    static final EntryKind GOAL = EntryKind.of(
                    "goal",
                    Group.GOAL,
                    words("what").must(),
                    number("target", 0, 1_000_000, ""),
                    words("unit"),
                    date("due"),
                    choice("importance", "HIGH", "MIDDLE", "LOW"),
                    choice("reached", "YES", "PARTLY", "NO"))
            .where(Treatment::goal);

    /** "Equal on both legs", by the clinician's judgement: never a computed state (decision M17). */
    static final EntryKind BRIDGE_EQUAL = EntryKind.of(
            "bridge-equal",
            Group.GOAL,
            choice("unit", "SECONDS", "REPETITIONS").must(),
            whole("left", 0, 600, "").must(),
            whole("right", 0, 600, "").must(),
            yes("leftCapped"),
            yes("rightCapped"),
            choice("judged", "EQUAL", "NOT_EQUAL", "OPEN").must(),
            words("because"));

    /** How an episode ended (decision S8): written with its closing, by the form that closes it. */
    static final EntryKind CLOSING = EntryKind.of(
                    "closing",
                    Group.RECORD,
                    choice(
                                    "outcome",
                                    "GOAL_REACHED",
                                    "BETTER",
                                    "NO_MORE_CHANGE",
                                    "STOPPED_COMING",
                                    "ELSEWHERE",
                                    "SURGERY",
                                    "OTHER")
                            .must(),
                    choice("exitTest", "DONE", "NOT_DONE").must(),
                    words("noExitTest"),
                    choice("letter", "SENT", "LATER", "NOT_WANTED"),
                    words("maintenance"))
            .where(values -> "NOT_DONE".equals(values.get("exitTest")) && !values.containsKey("noExitTest")
                    ? Optional.of(Wrong.of("noExitTest", "diary.wrong.closing.why"))
                    : Optional.empty());

    static final List<EntryKind> ALL =
            List.of(PRESCRIPTION, SITTING_STEP, EVENT, WEEK, RUN, MILESTONE, GOAL, BRIDGE_EQUAL, CLOSING);

    private Treatment() {}

    private static Optional<Wrong> dose(Map<String, String> values) {
        if (values.containsKey("reps") && values.containsKey("hold")) {
            return Optional.of(Wrong.of("hold", "diary.wrong.dose.both"));
        }
        boolean counted = values.containsKey("reps") || values.containsKey("hold");
        return counted && !values.containsKey("sets")
                ? Optional.of(Wrong.of("sets", "diary.wrong.dose.sets"))
                : Optional.empty();
    }

    private static Optional<Wrong> named(Map<String, String> values) {
        return "OTHER".equals(values.get("what")) && !values.containsKey("note")
                ? Optional.of(Wrong.of("note", "diary.wrong.event.other"))
                : Optional.empty();
    }

    private static Optional<Wrong> goal(Map<String, String> values) {
        return values.containsKey("target") && !values.containsKey("unit")
                ? Optional.of(Wrong.of("unit", "diary.wrong.goal.unit"))
                : Optional.empty();
    }
}
