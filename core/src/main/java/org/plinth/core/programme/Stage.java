package org.plinth.core.programme;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The four stages of loading for proximal hamstring tendinopathy. What leads from one to the next is symptoms, not time.
 *
 * @see <a href="https://doi.org/10.2519/jospt.2016.5986">Goom, Malliaras, Reiman, Purdam (2016), J Orthop Sports Phys Ther
 *     46(6):483-493</a>; the angles and the third day are from patients' guides that follow it
 */
public enum Stage {
    /** Isometric, hip neutral or slightly flexed (to 30°), holds of 30 to 45 s. */
    ISOMETRIC(1),
    /** Isotonic with little hip flexion: slow, from many repetitions and little load to few and much. */
    ISOTONIC(2),
    /** Isotonic in hip flexion of 70 to 90°. */
    HIP_FLEXION(3),
    /** Energy storage: jumping and sprinting, every third day. */
    ENERGY_STORAGE(4);

    /** Between two days of energy storage [days]: 72 hours. */
    public static final int ENERGY_STORAGE_DAYS = 3;

    private static final int DAYS = 7;

    private final int number;

    Stage(int number) {
        this.number = number;
    }

    /** 1 to 4. */
    public int number() {
        return number;
    }

    /** The one with this number. */
    public static Optional<Stage> of(int number) {
        return number >= 1 && number <= values().length ? Optional.of(values()[number - 1]) : Optional.empty();
    }

    /** The one after it; empty for the last. */
    public Optional<Stage> following() {
        return of(number + 1);
    }

    /** Least number of days from one training day to the next. */
    public int daysBetween() {
        return this == ENERGY_STORAGE ? ENERGY_STORAGE_DAYS : 1;
    }

    /** Most training days a week that keep {@link #daysBetween}. */
    public int mostDaysAWeek() {
        return this == ENERGY_STORAGE ? 2 : 7;
    }

    /** First day on which to train again. */
    public LocalDate earliestAfter(LocalDate last) {
        return last.plusDays(daysBetween());
    }

    /**
     * Whether so many training days a week can lie so far apart: with three days from one to the next, two; with two, three.
     *
     * @param daysBetween from one training day to the next, 1 or more
     * @param daysAWeek training days
     */
    public static boolean canKeep(int daysBetween, int daysAWeek) {
        return daysAWeek <= DAYS / daysBetween;
    }

    /** Whether a dose keeps this stage's spacing. */
    public boolean keepsSpacing(Dose dose) {
        return dose.daysAWeek() <= mostDaysAWeek();
    }
}
