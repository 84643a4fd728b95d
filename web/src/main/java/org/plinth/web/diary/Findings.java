package org.plinth.web.diary;

import static org.plinth.web.diary.EntryField.choice;
import static org.plinth.web.diary.EntryField.date;
import static org.plinth.web.diary.EntryField.number;
import static org.plinth.web.diary.EntryField.pain;
import static org.plinth.web.diary.EntryField.several;
import static org.plinth.web.diary.EntryField.side;
import static org.plinth.web.diary.EntryField.whole;
import static org.plinth.web.diary.EntryField.words;
import static org.plinth.web.diary.EntryField.yes;

import java.util.List;
import org.plinth.web.diary.EntryKind.Group;

/** What is known of the problem, and what was found. Tests of provocation and pictures are evidence for the diagnosis, never a trend. */
final class Findings {

    /** One for each episode: all of it may stay empty. */
    static final EntryKind BACKGROUND = EntryKind.of(
                    "background",
                    Group.BACKGROUND,
                    date("onset"),
                    choice("irritability", "LOW", "HIGH"),
                    choice("dominantLeg", "LEFT", "RIGHT"),
                    choice("worseSide", "LEFT", "RIGHT", "ALIKE"),
                    several(
                            "riskFactors",
                            "AGE",
                            "BODY_MASS",
                            "MENOPAUSE",
                            "DIABETES",
                            "FLUOROQUINOLONES",
                            "CORTICOSTEROIDS",
                            "HYPERMOBILITY"),
                    number("sittingHours", 0, 24, "h"),
                    words("sport"),
                    words("note"))
            .onlyOnce();

    /** Which of the four stages of the programme, as a clinician decided. */
    static final EntryKind STAGE = EntryKind.of(
            "stage",
            Group.BACKGROUND,
            choice("stage", "1", "2", "3", "4").must(),
            words("because").must());

    private static final EntryKind PROVOCATION = EntryKind.of(
            "provocation",
            Group.EXAMINATION,
            choice("test", "PURANEN_ORAVA", "BENT_KNEE", "MODIFIED_BENT_KNEE").must(),
            side(false).must(),
            choice("result", "POSITIVE", "NEGATIVE", "UNABLE").must(),
            pain("pain"));

    /** How a tendon bears a load that is no strength test. */
    static final EntryKind LOAD_TEST = EntryKind.of(
            "load-test",
            Group.EXAMINATION,
            choice("test", "SINGLE_LEG_DEADLIFT", "FORWARD_LUNGE", "SINGLE_LEG_SQUAT", "SINGLE_LEG_BRIDGE")
                    .must(),
            side(false).must(),
            pain("pain").must(),
            yes("sharp"));

    private static final EntryKind IMAGING = EntryKind.of(
            "imaging",
            Group.EXAMINATION,
            choice("method", "ULTRASOUND", "MRI", "X_RAY").must(),
            side(true).must(),
            several("findings", "THICKENING", "TEAR", "BONE_OEDEMA", "NOTHING_FOUND"),
            words("note"));

    private static final EntryKind CONTROL = EntryKind.of(
            "control",
            Group.EXAMINATION,
            side(false).must(),
            several("seen", "PELVIS_DROPS", "TRUNK_LEANS", "KNEE_FALLS_IN", "NOTHING_SEEN"),
            words("note"));

    private static final EntryKind ISOKINETIC = EntryKind.of(
            "isokinetic",
            Group.FUNCTION,
            side(false).must(),
            choice("muscle", "FLEXORS", "EXTENSORS").must(),
            choice("mode", "CONCENTRIC", "ECCENTRIC").must(),
            whole("speed", 0, 500, "°/s").must(),
            number("torque", 1, 1000, "N·m").must(),
            words("device").must());

    static final List<EntryKind> ALL = List.of(BACKGROUND, STAGE, PROVOCATION, LOAD_TEST, IMAGING, CONTROL, ISOKINETIC);

    private Findings() {}
}
