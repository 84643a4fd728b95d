package org.plinth.web.diary;

import static org.plinth.web.diary.EntryField.choice;
import static org.plinth.web.diary.EntryField.number;
import static org.plinth.web.diary.EntryField.side;
import static org.plinth.web.diary.EntryField.whole;
import static org.plinth.web.diary.EntryField.words;

import java.util.List;
import org.plinth.web.diary.EntryKind.Group;

/**
 * Values that another program measured and that came in as a file. Each kind is a series of its own by its id: never beside recorded or
 * typed values, in no symmetry and no verdict. They are neither typed nor changed by a form; whoever took one in takes it back.
 */
public final class ImportedKinds {

    private static final double MOST_N = 5000;

    /** A force curve: what was found in it; the samples are kept beside. */
    public static final EntryKind FORCE = EntryKind.of(
            "imported-force",
            Group.IMPORTED,
            side(false).must(),
            words("position").must().atMost(200),
            choice("fixation", "RIG", "BELT", "HAND_HELD").must(),
            number("peak100", 0, MOST_N, "N"),
            number("peakForce", -MOST_N, MOST_N, "N").must(),
            whole("efforts", 0, 1000, ""),
            whole("kept", 0, 1000, ""),
            number("rate", 0, 1_000_000, "Hz"),
            number("length", 0, 100_000, "s"),
            whole("samples", 1, 50_000_000, ""),
            choice("fileUnit", "N", "kgf", "lbf").must(),
            words("device").must().atMost(100),
            words("asInFile").atMost(200));

    /** A Nordic curl on a device with a sensor for each ankle: eccentric, both legs at once. */
    public static final EntryKind NORDIC = EntryKind.of(
            "imported-nordic",
            Group.IMPORTED,
            number("leftForce", 0, MOST_N, "N").must(),
            number("rightForce", 0, MOST_N, "N").must(),
            number("leftImpulse", 0, 50_000, "N\u00b7s"),
            number("rightImpulse", 0, 50_000, "N\u00b7s"),
            words("device").must().atMost(100),
            words("asInFile").atMost(200));

    /** Peak torque of an isokinetic machine. */
    public static final EntryKind ISOKINETIC = EntryKind.of(
            "imported-isokinetic",
            Group.IMPORTED,
            side(false).must(),
            choice("muscle", "FLEXORS", "EXTENSORS").must(),
            choice("mode", "CONCENTRIC", "ECCENTRIC", "ISOMETRIC").must(),
            number("speed", 0, 500, "\u00b0/s").must(),
            number("torque", 1, 1000, "N\u00b7m").must(),
            number("angle", -30, 180, "\u00b0"),
            words("device").must().atMost(100),
            words("asInFile").atMost(200));

    static final List<EntryKind> ALL = List.of(FORCE, NORDIC, ISOKINETIC);

    private ImportedKinds() {}
}
