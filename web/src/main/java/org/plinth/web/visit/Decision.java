package org.plinth.web.visit;

import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.web.clinic.Trial;

/**
 * What a clinician decides about one effort.
 *
 * @param state kept, excluded, or undecided again
 * @param reason in words; needed to exclude
 * @param pain 0 to 10; empty where not asked
 */
public record Decision(Trial.State state, Optional<String> reason, OptionalInt pain) {

    /** Kept, with the pain that was asked for. */
    public static Decision keep(int pain) {
        return new Decision(Trial.State.ACCEPTED, Optional.empty(), OptionalInt.of(pain));
    }

    /** Excluded. */
    public static Decision exclude(String reason) {
        return new Decision(Trial.State.EXCLUDED, Optional.of(reason), OptionalInt.empty());
    }
}
