package org.plinth.web.clinic;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A restricted patient, opened by a clinician of her clinic who is not of her team.
 *
 * @param id opaque
 * @param clinic hers
 * @param patient who
 * @param account who opened
 * @param ground from the list
 * @param endsAt when it ends at the latest
 * @param at since when
 * @param reason in the clinician's words
 * @param endedAt when she ended it
 */
public record Emergency(
        Id<Emergency> id,
        Id<Clinic> clinic,
        Id<Patient> patient,
        Id<Account> account,
        Ground ground,
        Instant endsAt,
        Instant at,
        String reason,
        Optional<Instant> endedAt) {

    /** How long an opening lasts. Assumed: long enough for one sitting, too short to become a habit. */
    public static final Duration LASTS = Duration.ofMinutes(60);

    /** Why, from the list. */
    public enum Ground {
        /** She needs care now. */
        ACUTE_CARE,
        /** She is here, and nobody of her team can be reached. */
        TEAM_UNREACHABLE,
        /** To keep her or somebody else from harm. */
        SAFETY,
        /** Something else, said in words. */
        OTHER
    }
}
