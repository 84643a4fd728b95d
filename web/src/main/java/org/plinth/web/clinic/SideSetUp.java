package org.plinth.web.clinic;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.core.visit.Side;

/**
 * How one leg was set up in a position test, so that it is set up the same way next time (decision S6). Rows are added,
 * never changed; of several of a side of a test the greatest number stands.
 *
 * @param clinic where
 * @param patient whose
 * @param test in which position test
 * @param side which leg
 * @param number from 1
 * @param strapHole which hole of the strap
 * @param anchor where the strap or rig is anchored
 * @param wedge what lies under the leg
 * @param padHeight height of the pad [mm]
 * @param lever distance from the joint to the pad [mm]
 * @param hip angle as measured [°]; 0 is straight
 * @param knee angle as measured, under load [°]; 0 is straight
 * @param at when
 * @param author who wrote it down
 */
public record SideSetUp(
        Id<Clinic> clinic,
        Id<Patient> patient,
        Id<PositionTest> test,
        Side side,
        int number,
        Optional<String> strapHole,
        Optional<String> anchor,
        Optional<String> wedge,
        OptionalInt padHeight,
        OptionalInt lever,
        OptionalInt hip,
        OptionalInt knee,
        Instant at,
        Id<Account> author) {

    /** The same words of another leg or test, as this version of it. */
    public SideSetUp of(PositionTest other, Side leg, int version, Instant when, Id<Account> by) {
        return new SideSetUp(
                other.clinic(),
                other.patient(),
                other.id(),
                leg,
                version,
                strapHole,
                anchor,
                wedge,
                padHeight,
                lever,
                hip,
                knee,
                when,
                by);
    }

    /** That nothing is written down of a leg any more. */
    public static SideSetUp nothing(PositionTest test, Side leg, int version, Instant when, Id<Account> by) {
        return new SideSetUp(
                test.clinic(),
                test.patient(),
                test.id(),
                leg,
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                when,
                by);
    }

    /** Whether nothing at all was written down. */
    public boolean isEmpty() {
        return strapHole.isEmpty()
                && anchor.isEmpty()
                && wedge.isEmpty()
                && padHeight.isEmpty()
                && lever.isEmpty()
                && hip.isEmpty()
                && knee.isEmpty();
    }
}
