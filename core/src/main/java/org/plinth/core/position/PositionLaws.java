package org.plinth.core.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plinth.core.position.PositionProblem.Rule;

/** What the fields of a position must keep to between them. A field that is wrong by itself is left out here. */
final class PositionLaws {

    private static final Pattern FIRST_NUMBER = Pattern.compile("^(-?[0-9]{1,3})(?![0-9])");
    private static final Set<String> MOVEMENTS = Set.of("reps", "eccentric");
    private static final String NOT_APPLICABLE = "not_applicable";

    private final PositionContent content;
    private final TestPosition base;
    private final Set<String> broken;
    private final List<PositionProblem> problems = new ArrayList<>();

    PositionLaws(PositionContent content, TestPosition base, Set<String> broken) {
        this.content = content;
        this.base = base;
        this.broken = broken;
    }

    List<PositionProblem> problems() {
        angle("hip");
        angle("knee");
        hold();
        sensor();
        legs();
        for (Fixation fixation : Fixation.values()) {
            error(fixation);
        }
        fixations();
        together("lever.from", "lever.to");
        together("norm.value", "norm.population");
        together("norm.value", "norm.source");
        breathing();
        return problems;
    }

    /** The words begin with the angle, so that what is read and what is compared cannot differ. */
    private void angle(String joint) {
        if (!isSound(joint) || !isSound(joint + ".degrees")) {
            return;
        }
        Matcher words = FIRST_NUMBER.matcher(text(joint));
        if (!words.find() || !Integer.valueOf(words.group(1)).equals(Integer.valueOf(text(joint + ".degrees")))) {
            add(joint, Rule.ANGLE_DIFFERS, text(joint + ".degrees"));
        }
    }

    private void hold() {
        boolean held = !text("hold.seconds").equals("0");
        if (isSound("hold.seconds")
                && isSound("contraction")
                && !held
                && text("cap").isEmpty()
                && !MOVEMENTS.contains(text("contraction"))) {
            add("hold.seconds", Rule.HOLD_OR_CAP);
        }
    }

    private void sensor() {
        if (!isSound("unit")) {
            return;
        }
        boolean force = text("unit").equals("N");
        for (String key : List.of("directions", "minimumRange.newtons")) {
            if (isWritable(key) && force == text(key).isEmpty()) {
                add(key, force ? Rule.SENSOR_NEEDED : Rule.NO_SENSOR);
            }
        }
        if (isSound("site") && force == text("site").equals("none")) {
            add("site", force ? Rule.SENSOR_NEEDED : Rule.NO_SENSOR);
        }
    }

    private void legs() {
        if (!isSound("bilateral") || !isSound("symmetry") || !isSound("limbs")) {
            return;
        }
        boolean both = text("bilateral").equals("yes");
        if (both && text("symmetry").equals("lsi")) {
            add("symmetry", Rule.SYMMETRY_BILATERAL);
        }
        if (!both && text("symmetry").equals("bai")) {
            add("symmetry", Rule.SYMMETRY_ONE_LEG);
        }
        if (both == text("limbs").equals("one")) {
            add("limbs", Rule.LIMBS_DIFFER);
        }
    }

    private void error(Fixation fixation) {
        String key = "error." + fixation.id();
        if (!isSound(key + ".basis")) {
            return;
        }
        if (text(key + ".basis").equals(NOT_APPLICABLE)) {
            for (String rest : List.of(".percent", ".evidence", ".pairs")) {
                if (!text(key + rest).isEmpty()) {
                    add(key + rest, Rule.ERROR_NOT_APPLICABLE);
                }
            }
            return;
        }
        for (String rest : List.of(".percent", ".evidence")) {
            if (isWritable(key + rest) && text(key + rest).isEmpty()) {
                add(key + rest, Rule.ERROR_WITHOUT_THIS);
            }
        }
        if (isWritable(key + ".pairs") && isWritable(key + ".percent")) {
            bounded(fixation, key);
        }
    }

    /** An error may be raised by ten pairs of one's own, lowered only by thirty (decision M4), and never by a wish. */
    private void bounded(Fixation fixation, String key) {
        boolean measured = text(key + ".basis").equals(PositionReader.MEASURED_HERE);
        if (measured && text(key + ".pairs").isEmpty()) {
            add(key + ".pairs", Rule.PAIRS_MISSING, Integer.toString(PositionFields.LEAST_PAIRS));
            return;
        }
        Optional<Double> before = base.error(fixation).map(MeasurementError::semPercent);
        if (text(key + ".percent").isEmpty() || !isLower(text(key + ".percent"), before)) {
            return;
        }
        String bound = before.map(FieldCheck::plain).orElse("");
        if (measured && Integer.parseInt(text(key + ".pairs")) < PositionFields.PAIRS_TO_LOWER) {
            add(key + ".pairs", Rule.LOWER_NEEDS_PAIRS, bound, Integer.toString(PositionFields.PAIRS_TO_LOWER));
        }
        if (text(key + ".basis").equals("assumed")) {
            add(key + ".percent", Rule.ASSUMED_TOO_LOW, bound);
        }
    }

    private static boolean isLower(String percent, Optional<Double> before) {
        return before.isPresent() && Double.parseDouble(percent) < before.get();
    }

    /** Whoever starts from a position whose error is known keeps one; a copy of one without stays without, and says so everywhere. */
    private void fixations() {
        boolean none = List.of(Fixation.values()).stream()
                .map(fixation -> "error." + fixation.id() + ".basis")
                .allMatch(key -> isSound(key) && text(key).equals(NOT_APPLICABLE));
        if (none && text("unit").equals("N") && !base.errors().isEmpty()) {
            add("error.belt.basis", Rule.NO_FIXATION);
        }
    }

    private void together(String one, String other) {
        if (isWritable(one)
                && isWritable(other)
                && text(one).isEmpty() != text(other).isEmpty()) {
            boolean firstMissing = text(one).isEmpty();
            add(firstMissing ? one : other, Rule.TOGETHER, firstMissing ? other : one);
        }
    }

    private void breathing() {
        if (isSound("instruction")
                && !text("instruction").toLowerCase(Locale.ROOT).contains("breath")) {
            add("instruction", Rule.BREATHE);
        }
    }

    private String text(String key) {
        return content.get(key).orElse("");
    }

    /** There, and right by itself. */
    private boolean isSound(String key) {
        return isWritable(key) && !text(key).isEmpty();
    }

    private boolean isWritable(String key) {
        return !broken.contains(key);
    }

    private void add(String key, Rule rule, String... arguments) {
        problems.add(PositionProblem.of(key, rule, arguments));
    }
}
