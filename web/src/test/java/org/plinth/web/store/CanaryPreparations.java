package org.plinth.web.store;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Screening;
import org.plinth.web.clinic.SetUpPhoto;
import org.plinth.web.clinic.SideSetUp;

/** A screening and a set-up with a word that must not outlive an erasure. */
final class CanaryPreparations {

    private CanaryPreparations() {}

    static void add(Samples samples, Store store, Samples.Course course, String word) {
        Act act = new Act(
                samples.clinic.id(), samples.clinician.id(), Samples.NOW, "visit.screen", word + " said so", "");
        store.write(act, stores -> {
            stores.preparations()
                    .screened(screening(samples, course, Set.of(word.toLowerCase(java.util.Locale.ROOT)), true), 0);
            stores.preparations().setUp(setUp(samples, course, Side.LEFT, "beside " + word), 0);
            stores.photos().add(photo(samples, course, Side.LEFT), word.getBytes(StandardCharsets.UTF_8), 0);
            return true;
        });
    }

    static Screening screening(Samples samples, Samples.Course course, Set<String> yes, boolean goesOn) {
        return new Screening(
                samples.clinic.id(),
                course.patient().id(),
                course.visit().id(),
                1,
                "pht-screening",
                1,
                yes,
                true,
                goesOn,
                Samples.NOW,
                samples.clinician.id(),
                "");
    }

    static SetUpPhoto photo(Samples samples, Samples.Course course, Side side) {
        return new SetUpPhoto(
                samples.clinic.id(),
                course.patient().id(),
                course.test().id(),
                side,
                1,
                640,
                480,
                Samples.NOW,
                samples.clinician.id());
    }

    static SideSetUp setUp(Samples samples, Samples.Course course, Side side, String anchor) {
        return new SideSetUp(
                samples.clinic.id(),
                course.patient().id(),
                course.test().id(),
                side,
                1,
                Optional.of("4"),
                Optional.of(anchor),
                Optional.empty(),
                OptionalInt.of(640),
                OptionalInt.of(355),
                OptionalInt.empty(),
                OptionalInt.of(15),
                Samples.NOW,
                samples.clinician.id());
    }
}
