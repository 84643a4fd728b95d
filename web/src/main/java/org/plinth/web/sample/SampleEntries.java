package org.plinth.web.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.store.Stores;

/** What was noted beside strength in a sample episode: pain and scores that follow the legs, prescriptions, a goal. All made up. */
final class SampleEntries {

    private static final int SECOND_BLOCK_AFTER_DAYS = 42;
    private static final double WORST_RATIO = 0.55;

    private final RandomGenerator ids;
    private final LocalDate today;

    SampleEntries(RandomGenerator ids, LocalDate today) {
        this.ids = ids;
        this.today = today;
    }

    /** All of an episode; of closed ones what an audit counts, and not of everybody, as it is. */
    void make(Stores stores, Id<Account> author, Episode episode, SamplePerson person) {
        Notes notes = new Notes(stores, author, episode);
        if (person.closed()) {
            closed(notes, episode, person);
            return;
        }
        examined(notes, episode, person);
        treated(notes, episode, person);
        for (SampleVisit visit : person.visits()) {
            seen(notes, person, visit);
        }
        if (person.givenName().equals("Sample Ada")) {
            sitting(notes);
        }
    }

    private final class Notes {
        private final Stores stores;
        private final Id<Account> author;
        private final Episode episode;

        Notes(Stores stores, Id<Account> author, Episode episode) {
            this.stores = stores;
            this.author = author;
            this.episode = episode;
        }

        void add(String kind, LocalDate on, Map<String, String> values) {
            if (!on.isAfter(today)) {
                stores.entries()
                        .add(new EpisodeEntry(
                                Id.random(ids),
                                episode.clinic(),
                                episode.patient(),
                                episode.id(),
                                1,
                                kind,
                                on,
                                new TreeMap<>(values),
                                false,
                                Instant.EPOCH,
                                author));
            }
        }
    }

    /** What differs from one to the next comes from her date of birth, so that her strength stays what it was. */
    private void closed(Notes notes, Episode episode, SamplePerson person) {
        int her = person.birthDate().getDayOfMonth();
        SampleVisit first = person.visits().get(0);
        SampleVisit last = person.visits().get(person.visits().size() - 1);
        LocalDate end = today.minusDays(last.daysAgo());
        if (her % 7 != 0) {
            notes.add(
                    "background",
                    episode.openedOn(),
                    Map.of(
                            "onset",
                            episode.openedOn().minusDays(40L + 11L * her).toString(),
                            "dominantLeg",
                            her % 5 == 0 ? "LEFT" : "RIGHT"));
        }
        visaH(notes, today.minusDays(first.daysAgo()), pain(person, first));
        if (her % 4 != 0) {
            visaH(notes, end, pain(person, last));
        }
        if (her % 6 != 0) {
            String why = her % 3 == 0 ? "BETTER" : "GOAL_REACHED";
            notes.add("closing", end, Map.of("outcome", why, "exitTest", "DONE"));
        }
    }

    private static void visaH(Notes notes, LocalDate on, int pain) {
        notes.add("score-visa-h", on, Map.of("answeredBy", "PATIENT", "value", text(88 - 7 * pain)));
    }

    private void examined(Notes notes, Episode episode, SamplePerson person) {
        LocalDate first = episode.openedOn();
        String side = injured(person).name();
        notes.add(
                "background",
                first,
                Map.of(
                        "onset", first.minusDays(120).toString(),
                        "irritability", "LOW",
                        "dominantLeg", "RIGHT",
                        "sittingHours", "8",
                        "sport", "Runs (made up)"));
        notes.add("stage", first, Map.of("stage", "1", "because", "First visit (made up)"));
        for (String test : new String[] {"PURANEN_ORAVA", "BENT_KNEE", "MODIFIED_BENT_KNEE"}) {
            notes.add("provocation", first, Map.of("test", test, "side", side, "result", "POSITIVE", "pain", "5"));
        }
        notes.add("imaging", first, Map.of("method", "MRI", "side", side, "findings", "THICKENING"));
        notes.add(
                "goal",
                first,
                Map.of(
                        "what", "Run 10 km again (made up)",
                        "target", "10",
                        "unit", "km",
                        "due", today.plusDays(60).toString(),
                        "importance", "HIGH"));
    }

    private void treated(Notes notes, Episode episode, SamplePerson person) {
        LocalDate start = episode.treatmentStartedOn().orElse(episode.openedOn());
        String side = person.involvement().injured().map(Enum::name).orElse("BOTH");
        notes.add(
                "prescription",
                start,
                Map.of(
                        "exercise", "Long glute bridge, one leg",
                        "sets", "3",
                        "hold", "20",
                        "side", side,
                        "timesADay", "2",
                        "daysAWeek", "7",
                        "stage", "1",
                        "until", start.plusDays(SECOND_BLOCK_AFTER_DAYS).toString()));
        notes.add(
                "prescription",
                start.plusDays(SECOND_BLOCK_AFTER_DAYS),
                Map.of(
                        "exercise", "Prone leg curl, slow and heavy",
                        "sets", "3",
                        "reps", "15",
                        "load", "12.5",
                        "side", side,
                        "daysAWeek", "3",
                        "stage", "2"));
        notes.add(
                "stage",
                start.plusDays(SECOND_BLOCK_AFTER_DAYS),
                Map.of("stage", "2", "because", "Bears the load tests (made up)"));
    }

    private void seen(Notes notes, SamplePerson person, SampleVisit visit) {
        LocalDate on = today.minusDays(visit.daysAgo());
        if (visit.painLeft() >= 5 || visit.painRight() >= 5) {
            notes.add("event", on.minusDays(2), Map.of("what", "FLARE_UP", "note", "After a long drive (made up)"));
        }
        int pain = pain(person, visit);
        String side = injured(person).name();
        for (String activity : new String[] {"SITTING", "DAILY_LIFE"}) {
            int now = Math.max(0, activity.equals("SITTING") ? pain : pain - 2);
            notes.add("pain", on, Map.of("activity", activity, "timing", "DURING", "pain", text(now), "side", side));
        }
        int minutes = 75 - 9 * pain;
        notes.add(
                "sitting",
                on,
                Map.of(
                        "surface",
                        "MEDIUM",
                        "onset",
                        text(Math.max(5, minutes)),
                        "stop",
                        text(Math.max(10, minutes + 20))));
        visaH(notes, on, pain);
        notes.add("score-percent-normal", on, Map.of("value", text(95 - 7 * pain)));
        notes.add(
                "score-psfs-activity",
                on,
                Map.of("activity", "Sit through a film (made up)", "value", text(10 - pain)));
        notes.add("load-test", on, Map.of("test", "FORWARD_LUNGE", "side", side, "pain", text(Math.max(0, pain - 3))));
        notes.add(
                "week",
                on,
                Map.of("runDays", text(Math.max(0, 4 - pain / 2)), "distance", text(Math.max(0, 24 - 3 * pain))));
    }

    private void sitting(Notes notes) {
        int seconds = 30;
        for (int daysAgo = 12; daysAgo >= 2; daysAgo -= 2) {
            notes.add(
                    "sitting-step",
                    today.minusDays(daysAgo),
                    Map.of(
                            "surface", "SOFT",
                            "planned", text(seconds),
                            "seconds", text(seconds),
                            "during", "1",
                            "before", "1",
                            "after24", "1"));
            seconds += 30;
        }
    }

    /** Strength often moves before pain does: pain follows the legs, and not all the way. */
    private static int pain(SamplePerson person, SampleVisit visit) {
        double weaker = Math.min(visit.leftNewtons(), visit.rightNewtons());
        double stronger = Math.max(visit.leftNewtons(), visit.rightNewtons());
        double missing = person.involvement().injured().isEmpty() ? 0.35 : 1 - weaker / stronger;
        int usual = (int) Math.round(7 * Math.min(1, missing / (1 - WORST_RATIO)) + 1);
        return Math.max(usual, Math.max(visit.painLeft(), visit.painRight()));
    }

    private static Side injured(SamplePerson person) {
        return person.involvement().injured().orElse(Side.LEFT);
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
