package org.plinth.web.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.privacy.Included;
import org.plinth.web.store.OutcomeStore;
import org.plinth.web.store.OutcomeStore.ClosedEpisode;
import org.plinth.web.store.OverviewStore.EpisodeResult;
import org.plinth.web.store.Stores;
import org.plinth.web.trust.TrustBook;

/** Reads the closed episodes of a clinic, seven questions for every 200 patients. Blocks; any thread but an event loop. */
public final class OutcomeReader {

    private static final int BATCH = 200;

    private final Stores stores;
    private final PositionCatalogue positions;
    private final TrustBook trust;
    private final OutcomeQuestion question;

    private OutcomeReader(Stores stores, PositionCatalogue positions, OutcomeQuestion question) {
        this.stores = stores;
        this.positions = positions;
        this.question = question;
        this.trust = TrustBook.ofClinic(stores, question.clinic().id());
    }

    /** As things stand. */
    public static Outcomes read(Stores stores, PositionCatalogue positions, OutcomeQuestion question) {
        return new OutcomeReader(stores, positions, question).read();
    }

    private Outcomes read() {
        Id<Clinic> clinic = question.clinic().id();
        List<Id<Patient>> all = stores.outcomes().withClosedEpisode(clinic, question.from(), question.to());
        Included included = Included.of(stores, clinic, question.purpose());
        List<EpisodeOutcome> episodes = new ArrayList<>();
        int leftOut = 0;
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Id<Patient>> some = all.subList(from, Math.min(all.size(), from + BATCH));
            List<ClosedEpisode> closed = stores.outcomes().closed(clinic, question.from(), question.to(), some);
            List<ClosedEpisode> counted = closed.stream()
                    .filter(one -> isIn(included, one.patient().id()))
                    .toList();
            leftOut += closed.size() - counted.size();
            episodes.addAll(batch(counted));
        }
        episodes.sort(Comparator.comparing(one -> one.episode().id()));
        return new Outcomes(question, episodes, leftOut);
    }

    private boolean isIn(Included included, Id<Patient> patient) {
        return included.has(patient) && !question.hidden().contains(patient);
    }

    private List<EpisodeOutcome> batch(List<ClosedEpisode> closed) {
        Id<Clinic> clinic = question.clinic().id();
        List<Id<Patient>> patients =
                closed.stream().map(one -> one.patient().id()).distinct().toList();
        OutcomeStore store = stores.outcomes();
        Map<Id<Episode>, List<SideResult>> results = stores.overview().results(clinic, patients).stream()
                .collect(Collectors.groupingBy(
                        EpisodeResult::episode, Collectors.mapping(EpisodeResult::result, Collectors.toList())));
        Map<Id<Episode>, List<TestSymmetry>> symmetries = store.symmetries(clinic, patients).stream()
                .collect(Collectors.groupingBy(
                        OutcomeStore.EpisodeSymmetry::episode,
                        Collectors.mapping(OutcomeStore.EpisodeSymmetry::symmetry, Collectors.toList())));
        Map<Id<Episode>, List<EpisodeEntry>> entries =
                store.entries(clinic, patients).stream().collect(Collectors.groupingBy(EpisodeEntry::episode));
        Map<Id<Episode>, Integer> visits = store.visits(clinic, patients);
        PositionReader reader = new PositionReader(
                positions,
                trust,
                question.position(),
                store.worstPains(clinic, patients),
                store.levers(clinic, patients));
        return closed.stream()
                .map(one -> {
                    Id<Episode> id = one.episode().id();
                    return new EpisodeOutcome(
                            one.patient(),
                            one.episode(),
                            visits.getOrDefault(id, 0),
                            entries.getOrDefault(id, List.of()),
                            reader.of(
                                    one.episode(),
                                    results.getOrDefault(id, List.of()),
                                    symmetries.getOrDefault(id, List.of()),
                                    entries.getOrDefault(id, List.of())));
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
