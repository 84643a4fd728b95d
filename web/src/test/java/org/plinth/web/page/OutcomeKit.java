package org.plinth.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;

/** Made-up people whose episodes are over. */
final class OutcomeKit {

    private final Store store;
    private final Id<Clinic> clinic;
    private final Id<Account> clinician;
    private final Optional<Sensor> sensor;
    private final Instant now;
    private final SplittableRandom ids = new SplittableRandom(99);
    private int people;

    OutcomeKit(Store store, Id<Clinic> clinic, Id<Account> clinician, Optional<Sensor> sensor, Instant now) {
        this.store = store;
        this.clinic = clinic;
        this.clinician = clinician;
        this.sensor = sensor;
        this.now = now;
    }

    /** Left leg injured; tested on these days of the episode with these forces of the left leg, the right always 200 N; closed on that day. */
    MeKit closed(Involvement involvement, int closedAfter, int[] days, double... left) {
        MeKit kit = new MeKit(1000 + people++, clinic, "Sample Closed " + people, involvement, clinician);
        for (int i = 0; i < days.length; i++) {
            kit.tested(days[i], left[i], 200);
        }
        kit.into(store, now, sensor, false);
        close(kit.episode(), MeKit.START.plusDays(closedAfter));
        return kit;
    }

    private void close(Episode episode, LocalDate on) {
        Episode over = new Episode(
                episode.id(),
                episode.clinic(),
                episode.patient(),
                1,
                episode.problem(),
                episode.involvement(),
                episode.openedOn(),
                episode.treatmentStartedOn(),
                Optional.of(on),
                Optional.of("Sample reason"));
        store.write(act("episode.close"), stores -> stores.episodes().amend(over, 1));
    }

    void noted(MeKit kit, String kind, int day, Map<String, String> values) {
        EpisodeEntry entry = new EpisodeEntry(
                Id.random(ids),
                clinic,
                kit.patient().id(),
                kit.episode().id(),
                1,
                kind,
                MeKit.START.plusDays(day),
                new TreeMap<>(values),
                false,
                Instant.EPOCH,
                clinician);
        store.write(act("entry.add"), stores -> stores.entries().add(entry));
    }

    Act act(String action) {
        return new Act(clinic, clinician, now, action, "", "");
    }

    /** Ten episodes that are told apart on paper in {@code OutcomesPageTest}. */
    List<MeKit> ten() {
        int[] days = {0, 30, 60};
        return List.of(
                closed(Involvement.LEFT, 70, days, 150, 190, 200),
                closed(Involvement.LEFT, 70, days, 140, 160, 186),
                closed(Involvement.LEFT, 70, days, 130, 185, 188),
                closed(Involvement.LEFT, 70, days, 160, 170, 165),
                closed(Involvement.LEFT, 70, days, 120, 125, 130),
                closed(Involvement.LEFT, 70, days, 155, 175, 178),
                closed(Involvement.LEFT, 70, days, 145, 230, 240),
                closed(Involvement.LEFT, 70, days, 150, 150, 149),
                closed(Involvement.LEFT, 120, days, 150, 160, 170),
                closed(Involvement.BILATERAL, 70, days, 150, 160, 170));
    }
}
