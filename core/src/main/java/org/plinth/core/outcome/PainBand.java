package org.plinth.core.outcome;

import java.util.OptionalInt;

/**
 * How pain on loading and in the two days after it stands to what is commonly agreed with a patient: at most 3 of 10 while
 * loading and not worse a day later is within it, 4 and 5 are more, above 5 is a stop.
 *
 * @see <a href="https://doi.org/10.2519/jospt.2016.5986">Goom, Malliaras, Reiman, Purdam (2016), J Orthop Sports Phys Ther
 *     46(6):483-493</a>: 0 to 3 of 10 acceptable, 4 to 10 not. The stop above 5 is from patients' guides; Thomeé (1997)
 *     draws its line of high risk there too
 */
public enum PainBand {
    /** At most 3, and not worse afterwards. */
    WITHIN,
    /** 4 or 5, or worse afterwards. */
    MORE_THAN_AGREED,
    /** Above 5. */
    STOP,
    /** At most 3 as far as is known, but not all was asked. */
    NOT_KNOWN;

    /** Most that is within. */
    public static final int AGREED = 3;
    /** Most that is no stop. */
    public static final int MOST = 5;

    /**
     * The band of a load and what came after it.
     *
     * @param during pain while loading, 0 to 10; empty where not asked
     * @param response what came after; the worst that was felt at any time counts
     */
    public static PainBand of(OptionalInt during, DelayedResponse response) {
        during.ifPresent(DelayedResponse::check);
        int worst = Math.max(during.orElse(0), response.worstAfter().orElse(0));
        if (worst > MOST) {
            return STOP;
        }
        if (worst > AGREED || response.answer() == DelayedResponse.Answer.WORSE) {
            return MORE_THAN_AGREED;
        }
        boolean known = during.isPresent() && response.answer() == DelayedResponse.Answer.NOT_WORSE;
        return known ? WITHIN : NOT_KNOWN;
    }

    /** The band of a single pain, without what came after: at most 3 is within for now. */
    public static PainBand ofPain(int pain) {
        DelayedResponse.check(pain);
        if (pain > MOST) {
            return STOP;
        }
        return pain > AGREED ? MORE_THAN_AGREED : WITHIN;
    }
}
