package org.plinth.core.position;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.position.TestPosition.Comparison;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.position.TestPosition.Evidence;
import org.plinth.core.position.TestPosition.Gate;
import org.plinth.core.position.TestPosition.Lever;
import org.plinth.core.position.TestPosition.Outcome;
import org.plinth.core.position.TestPosition.Placement;
import org.plinth.core.position.TestPosition.TareState;
import org.plinth.core.quantity.Force;

/** Reads a {@link TestPosition} from its data file. */
final class PositionReader {

    /** A clinic's own test-retest pairs; the one basis that is not provisional (decisions M3, M4). */
    static final String MEASURED_HERE = "measured-here";

    private PositionReader() {}

    static TestPosition read(PositionFile file) {
        String id = file.text("id");
        Outcome outcome = outcome(file);
        boolean bilateral = file.yesOrNo("bilateral");
        String body = file.text("body");
        Placement placement = placement(file);
        Set<Direction> directions = directions(file);
        if (bilateral && outcome.comparison() == Comparison.LSI) {
            throw file.unusable("symmetry", "cannot be lsi where both legs work at once");
        }
        TestPosition position = new TestPosition(
                id,
                file.whole("version"),
                file.text("name"),
                file.text("family"),
                body,
                file.text("hip"),
                file.text("knee"),
                file.text("contraction"),
                file.whole("repetitions"),
                file.whole("hold.seconds"),
                file.whole("rest.seconds"),
                file.text("unit"),
                file.optionalNumber("minimumRange.newtons")
                        .filter(newtons -> newtons > 0)
                        .map(Force::new),
                bilateral,
                outcome.comparison() == Comparison.LSI,
                directions,
                file.oneOf("tare", TareState.class),
                errors(file, id),
                file.numbered("setUp"),
                file.text("instruction"),
                placement,
                outcome,
                gate(file),
                evidence(file),
                file.numbered("mistake"),
                DrawingPlanReader.read(file, body, placement, directions, bilateral));
        file.nothingElse();
        return position;
    }

    private static Outcome outcome(PositionFile file) {
        return new Outcome(
                file.text("quantity"),
                file.text("limbs"),
                file.oneOf("symmetry", Comparison.class),
                file.optional("symmetry.note"),
                file.optionalWhole("cap"));
    }

    private static Set<Direction> directions(PositionFile file) {
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (String word : file.list("directions")) {
            directions.add(file.constant("directions", word, Direction.class));
        }
        return directions;
    }

    private static Map<Fixation, MeasurementError> errors(PositionFile file, String id) {
        Map<Fixation, MeasurementError> errors = new EnumMap<>(Fixation.class);
        for (Fixation fixation : Fixation.values()) {
            Optional<Double> percent = file.optionalNumber("error." + fixation.id() + ".percent");
            Optional<String> pairs = file.given("error." + fixation.id() + ".pairs");
            boolean own = file.text("error." + fixation.id() + ".basis").equals(MEASURED_HERE);
            String named = PositionFields.isOwn(id) ? file.text("name") : id;
            String source = named + " " + fixation.id()
                    + (own ? ", own site, " + pairs.orElse("?") + " pairs" : ", provisional");
            percent.ifPresent(known -> errors.put(fixation, new MeasurementError(known, source, !own)));
        }
        return errors;
    }

    private static Map<Fixation, Evidence> evidence(PositionFile file) {
        Map<Fixation, Evidence> evidence = new EnumMap<>(Fixation.class);
        for (Fixation fixation : Fixation.values()) {
            String key = "error." + fixation.id();
            String basis = file.text(key + ".basis");
            Optional<String> words = file.optional(key + ".evidence");
            if (file.optional(key + ".percent").isPresent()) {
                evidence.put(
                        fixation,
                        new Evidence(basis, words.orElseThrow(() -> file.unusable(key + ".evidence", "is empty"))));
            }
        }
        return evidence;
    }

    private static Placement placement(PositionFile file) {
        Optional<String> from = file.optional("lever.from");
        Optional<String> to = file.optional("lever.to");
        if (from.isPresent() != to.isPresent()) {
            throw file.unusable("lever.to", "and lever.from stand together or not at all");
        }
        return new Placement(
                file.text("placement"),
                file.text("site"),
                file.text("stabilisation"),
                file.optional("ankle"),
                from.map(start -> new Lever(start, to.orElseThrow())),
                file.optionalWhole("hip.degrees"),
                file.optionalWhole("knee.degrees"));
    }

    private static Gate gate(PositionFile file) {
        return new Gate(
                file.whole("gate.stage"),
                file.text("gate.compression"),
                file.optionalWhole("gate.sittingPainMost"),
                file.optional("gate.condition"));
    }
}
