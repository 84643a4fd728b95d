package org.plinth.web.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Involvement;

/**
 * The people of the sample clinic: twelve with a course each that a clinician has met, and closed episodes behind them for
 * audits. All made up; strengths are engineering values, not norms.
 */
final class SamplePeople {

    static final int CLOSED_EPISODES = 60;

    private static final String TENDON = "Proximal hamstring tendinopathy (made up)";

    private SamplePeople() {}

    static List<SamplePerson> named() {
        return List.of(
                improving(),
                stuck(),
                uninjuredLegWeakening(),
                bilateral(),
                painLimited(),
                oneBaseline(),
                changedFixation(),
                uncalibratedOnce(),
                twoVisitsOnOneDate(),
                overshoot(),
                flareUp(),
                lateResponder());
    }

    private static SamplePerson improving() {
        return open(
                "Sample Ada",
                "Alder",
                1984,
                68,
                Involvement.LEFT,
                List.of(
                        SampleVisit.of(106, 168, 256),
                        SampleVisit.of(98, 172, 260),
                        SampleVisit.of(77, 186, 262),
                        SampleVisit.of(56, 205, 259),
                        SampleVisit.of(35, 226, 266),
                        SampleVisit.of(14, 240, 264),
                        SampleVisit.of(3, 247, 268)));
    }

    private static SamplePerson stuck() {
        return open(
                "Sample Ben",
                "Birch",
                1991,
                81,
                Involvement.RIGHT,
                List.of(
                        SampleVisit.of(91, 288, 221),
                        SampleVisit.of(84, 292, 226),
                        SampleVisit.of(63, 290, 218),
                        SampleVisit.of(42, 296, 229),
                        SampleVisit.of(21, 289, 224),
                        SampleVisit.of(5, 293, 227)));
    }

    private static SamplePerson uninjuredLegWeakening() {
        return open(
                "Sample Cora",
                "Cedar",
                1978,
                63,
                Involvement.LEFT,
                List.of(
                        SampleVisit.of(96, 178, 248),
                        SampleVisit.of(90, 175, 252),
                        SampleVisit.of(69, 181, 230),
                        SampleVisit.of(48, 178, 208),
                        SampleVisit.of(27, 183, 192),
                        SampleVisit.of(6, 180, 184)));
    }

    private static SamplePerson bilateral() {
        return open(
                "Sample Dev",
                "Damson",
                1969,
                77,
                Involvement.BILATERAL,
                List.of(
                        SampleVisit.of(80, 196, 188),
                        SampleVisit.of(73, 199, 190),
                        SampleVisit.of(45, 218, 210),
                        SampleVisit.of(17, 236, 231)));
    }

    private static SamplePerson painLimited() {
        return open(
                "Sample Eva",
                "Elm",
                1987,
                59,
                Involvement.RIGHT,
                List.of(
                        SampleVisit.of(60, 231, 128).pain(0, 5),
                        SampleVisit.of(46, 234, 141).pain(0, 4),
                        SampleVisit.of(32, 230, 158).pain(1, 4),
                        SampleVisit.of(18, 236, 176).pain(0, 3),
                        SampleVisit.of(4, 233, 187).pain(0, 2)));
    }

    private static SamplePerson oneBaseline() {
        return open(
                "Sample Finn",
                "Fir",
                1999,
                74,
                Involvement.LEFT,
                List.of(SampleVisit.of(2, 203, 271).pain(2, 0)));
    }

    private static SamplePerson changedFixation() {
        return open(
                "Sample Gita",
                "Gorse",
                1982,
                66,
                Involvement.LEFT,
                List.of(
                        SampleVisit.of(84, 141, 190).heldBy(Fixation.HAND_HELD).onlyCurl(),
                        SampleVisit.of(77, 148, 186).heldBy(Fixation.HAND_HELD).onlyCurl(),
                        SampleVisit.of(56, 160, 192).heldBy(Fixation.HAND_HELD).onlyCurl(),
                        SampleVisit.of(35, 214, 258),
                        SampleVisit.of(14, 226, 262),
                        SampleVisit.of(4, 231, 260)));
    }

    private static SamplePerson uncalibratedOnce() {
        return open(
                "Sample Hugo",
                "Hazel",
                1975,
                88,
                Involvement.RIGHT,
                List.of(
                        SampleVisit.of(70, 318, 247),
                        SampleVisit.of(63, 322, 251),
                        SampleVisit.of(42, 320, 266).withSpareSensor(),
                        SampleVisit.of(21, 325, 281),
                        SampleVisit.of(7, 321, 288)));
    }

    private static SamplePerson twoVisitsOnOneDate() {
        return open(
                "Sample Ines",
                "Ivy",
                1993,
                61,
                Involvement.LEFT,
                List.of(
                        SampleVisit.of(58, 165, 214),
                        SampleVisit.of(51, 168, 217),
                        SampleVisit.of(30, 184, 216).at(9),
                        SampleVisit.of(30, 181, 219).at(16),
                        SampleVisit.of(9, 197, 215)));
    }

    private static SamplePerson overshoot() {
        return open(
                "Sample Jon",
                "Juniper",
                1990,
                79,
                Involvement.RIGHT,
                List.of(
                        SampleVisit.of(119, 262, 205),
                        SampleVisit.of(112, 266, 211),
                        SampleVisit.of(84, 264, 239),
                        SampleVisit.of(56, 261, 268),
                        SampleVisit.of(28, 265, 287),
                        SampleVisit.of(7, 263, 296)));
    }

    private static SamplePerson flareUp() {
        return open(
                "Sample Kira",
                "Kiwi",
                1986,
                64,
                Involvement.LEFT,
                List.of(
                        SampleVisit.of(105, 172, 238),
                        SampleVisit.of(98, 176, 236),
                        SampleVisit.of(77, 196, 240),
                        SampleVisit.of(56, 142, 238).pain(5, 0),
                        SampleVisit.of(42, 168, 236).pain(3, 0),
                        SampleVisit.of(21, 204, 241),
                        SampleVisit.of(6, 219, 239)));
    }

    private static SamplePerson lateResponder() {
        return open(
                "Sample Leo",
                "Larch",
                1972,
                84,
                Involvement.RIGHT,
                List.of(
                        SampleVisit.of(133, 301, 214),
                        SampleVisit.of(126, 298, 218),
                        SampleVisit.of(98, 303, 220),
                        SampleVisit.of(70, 300, 224),
                        SampleVisit.of(42, 305, 256),
                        SampleVisit.of(21, 302, 279),
                        SampleVisit.of(5, 306, 287)));
    }

    private static SamplePerson open(
            String given, String family, int born, double mass, Involvement involvement, List<SampleVisit> visits) {
        LocalDate birthDate = LocalDate.of(born, 1 + family.length() % 12, 3 + given.length());
        return new SamplePerson(given, family, birthDate, mass, TENDON, involvement, false, visits);
    }

    /** Closed episodes of people without a name: a start, a rise of its own size, an end. */
    static List<SamplePerson> behind(SplittableRandom random) {
        List<SamplePerson> people = new ArrayList<>();
        for (int i = 1; i <= CLOSED_EPISODES; i++) {
            people.add(closed(i, random.split()));
        }
        return people;
    }

    private static SamplePerson closed(int number, SplittableRandom random) {
        boolean leftInjured = random.nextBoolean();
        double healthy = 190 + 140 * random.nextDouble();
        double start = healthy * (0.6 + 0.25 * random.nextDouble());
        double end = start + (healthy - start) * (0.1 + 0.95 * random.nextDouble());
        int lastDaysAgo = 30 + random.nextInt(330);
        int visits = 4 + random.nextInt(2);
        List<SampleVisit> planned = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            double done = i / (visits - 1.0);
            double injured = start + (end - start) * done;
            int daysAgo = lastDaysAgo + (visits - 1 - i) * 24;
            planned.add(SampleVisit.of(daysAgo, leftInjured ? injured : healthy, leftInjured ? healthy : injured)
                    .onlyCurl());
        }
        return new SamplePerson(
                "Sample",
                String.format(Locale.ROOT, "Person %02d", number),
                LocalDate.of(1955 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                55 + 40 * random.nextDouble(),
                TENDON,
                leftInjured ? Involvement.LEFT : Involvement.RIGHT,
                true,
                planned);
    }
}
