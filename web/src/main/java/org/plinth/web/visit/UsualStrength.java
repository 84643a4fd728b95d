package org.plinth.web.visit;

import java.util.Comparator;
import java.util.SplittableRandom;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.store.Stores;

/**
 * How hard a sample patient pulls at the virtual dynamometer: as at her last visit, or a strength that her id decides. Of
 * no meaning for real sensors.
 */
final class UsualStrength {

    private static final double LEAST_NEWTONS = 180;
    private static final double MOST_NEWTONS = 320;
    private static final double INJURED_SHARE = 0.82;
    private static final double LITTLE_BETTER = 1.02;

    private UsualStrength() {}

    static Force of(Stores stores, PositionTest test, Episode episode, Side side) {
        return stores.results().ofPatient(test.clinic(), test.patient()).stream()
                .filter(result -> result.key().position().equals(test.positionId()))
                .filter(result -> result.key().side() == side)
                .filter(result -> !result.visit().equals(test.visit()))
                .max(Comparator.comparing(SideResult::testedAt))
                .map(last -> last.value().best().times(LITTLE_BETTER))
                .orElseGet(() -> byId(test, episode, side));
    }

    private static Force byId(PositionTest test, Episode episode, Side side) {
        SplittableRandom random = new SplittableRandom(test.patient().value().getLeastSignificantBits());
        double healthy = LEAST_NEWTONS + (MOST_NEWTONS - LEAST_NEWTONS) * random.nextDouble();
        boolean injured =
                episode.involvement().injured().map(hurt -> hurt == side).orElse(true);
        return Force.ofNewtons(injured ? healthy * INJURED_SHARE : healthy);
    }
}
