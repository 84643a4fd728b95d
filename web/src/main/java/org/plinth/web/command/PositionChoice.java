package org.plinth.web.command;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.web.analyse.SymmetryQuestion;
import org.plinth.web.text.Texts;

/**
 * From {@code --position}, {@code --fixation} and {@code --sem} to the measurement error: a given SEM goes before that of
 * position and fixation, which needs both; the fixation is never assumed (decision M3).
 */
public final class PositionChoice {

    private final PositionCatalogue catalogue;
    private final Texts texts;

    /** Over these positions, in these words. */
    public PositionChoice(PositionCatalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** The question; IllegalArgumentException with a sentence for people if a value cannot be used. */
    public SymmetryQuestion question(
            Optional<Side> injured,
            Optional<String> positionId,
            Optional<String> fixationId,
            Optional<Double> sem,
            double thresholdPercent) {
        Optional<TestPosition> position = positionId.map(this::position);
        Optional<Fixation> fixation = fixationId.map(this::fixation);
        Optional<MeasurementError> tabled = position.isPresent() && fixation.isPresent()
                ? tabled(position.get(), fixation.get(), sem.isPresent())
                : Optional.empty();
        Optional<MeasurementError> error = sem.isPresent() ? Optional.of(given(sem.get(), tabled)) : tabled;
        boolean defined = position.isEmpty()
                || (position.get().symmetryAllowed() && !position.get().bilateral());
        return new SymmetryQuestion(injured, error, defined, thresholdPercent);
    }

    private TestPosition position(String id) {
        TestPosition position = catalogue
                .find(id)
                .orElseThrow(() -> wrong(
                        "command.analyse.bad-position",
                        id,
                        catalogue.all().stream()
                                .filter(TestPosition::usesForce)
                                .map(TestPosition::id)
                                .collect(Collectors.joining("\n  "))));
        if (!position.usesForce()) {
            throw wrong("command.analyse.not-a-force", id, position.unit());
        }
        return position;
    }

    private Fixation fixation(String id) {
        return Arrays.stream(Fixation.values())
                .filter(fixation -> fixation.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> wrong("command.not-one-of", "--fixation", id, ids(Fixation.values())));
    }

    private Optional<MeasurementError> tabled(TestPosition position, Fixation fixation, boolean semGiven) {
        Optional<MeasurementError> error = position.error(fixation);
        if (error.isEmpty() && !semGiven) {
            Fixation[] known = Arrays.stream(Fixation.values())
                    .filter(other -> position.error(other).isPresent())
                    .toArray(Fixation[]::new);
            throw wrong("command.analyse.no-error-known", position.id(), fixation.id(), ids(known));
        }
        return error;
    }

    private MeasurementError given(double sem, Optional<MeasurementError> instead) {
        if (!(sem > 0 && sem < 100)) {
            throw wrong("command.analyse.bad-sem", sem);
        }
        String source = instead.map(tabled -> texts.text("analyse.sem-source.instead", tabled.source()))
                .orElseGet(() -> texts.text("analyse.sem-source.given"));
        return new MeasurementError(sem, source, false);
    }

    private static String ids(Fixation... fixations) {
        return Arrays.stream(fixations).map(Fixation::id).collect(Collectors.joining(", "));
    }

    private IllegalArgumentException wrong(String key, Object... arguments) {
        return new IllegalArgumentException(texts.text(key, arguments));
    }
}
