package org.plinth.web.imports;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.imports.FoundRow.Newcomer;
import org.plinth.web.store.Act;
import org.plinth.web.store.Stores;

/** Adds people as the page does that adds one: patient, and an episode where the side is known. */
final class NewPeople {

    /** The kind of entry that has the dominant leg. */
    private static final String BACKGROUND = "background";

    private final Stores stores;
    private final RandomGenerator random;
    private final Act act;
    private final LocalDate today;
    private final String unknownProblem;

    NewPeople(Stores stores, RandomGenerator random, Act act, LocalDate today, String unknownProblem) {
        this.stores = stores;
        this.random = random;
        this.act = act;
        this.today = today;
        this.unknownProblem = unknownProblem;
    }

    Id<Patient> add(Person person, Newcomer newcomer) {
        Patient patient = new Patient(
                Id.random(random),
                act.clinic(),
                1,
                person.given(),
                person.family(),
                person.born().orElseThrow(),
                Optional.empty(),
                Optional.empty());
        stores.patients().add(patient);
        person.identifier().ifPresent(number -> stores.imports().identify(act.clinic(), patient.id(), number));
        newcomer.involvement().ifPresent(side -> episode(patient, newcomer, side));
        return patient.id();
    }

    private void episode(Patient patient, Newcomer newcomer, Involvement side) {
        Episode episode = new Episode(
                Id.random(random),
                act.clinic(),
                patient.id(),
                1,
                newcomer.problem().isEmpty() ? unknownProblem : newcomer.problem(),
                side,
                today,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        stores.episodes().add(episode);
        newcomer.dominant().ifPresent(leg -> stores.entries().add(background(episode, leg)));
    }

    private EpisodeEntry background(Episode episode, Side leg) {
        return new EpisodeEntry(
                Id.random(random),
                act.clinic(),
                episode.patient(),
                episode.id(),
                1,
                BACKGROUND,
                today,
                new TreeMap<>(Map.of("dominantLeg", leg.name())),
                false,
                act.at(),
                act.actor());
    }
}
