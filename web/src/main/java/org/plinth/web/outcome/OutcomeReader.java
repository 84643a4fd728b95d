package org.plinth.web.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.privacy.Purpose;
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
        Set<Id<Patient>> out = leftOut(all);
        List<EpisodeOutcome> episodes = new ArrayList<>();
        int leftOut = 0;
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Id<Patient>> some = all.subList(from, Math.min(all.size(), from + BATCH));
            List<ClosedEpisode> closed = stores.outcomes().closed(clinic, question.from(), question.to(), some);
            List<ClosedEpisode> counted = closed.stream()
                    .filter(one -> !out.contains(one.patient().id()))
                    .toList();
            leftOut += closed.size() - counted.size();
            episodes.addAll(batch(counted));
        }
        episodes.sort(Comparator.comparing(one -> one.episode().id()));
        return new Outcomes(question, episodes, leftOut);
    }

    /** To look at the clinic's own work rests on no consent, but who refused is out; research needs one (decision S11). */
    private Set<Id<Patient>> leftOut(List<Id<Patient>> all) {
        Id<Clinic> clinic = question.clinic().id();
        Set<Id<Patient>> out = new HashSet<>(question.hidden());
        if (question.purpose() == Purpose.AUDIT) {
            out.addAll(stores.consents().whoSaid(clinic, Consent.Kind.AUDIT, false));
        } else if (question.purpose() == Purpose.RESEARCH) {
            Set<Id<Patient>> agreed = stores.consents().whoSaid(clinic, Consent.Kind.RESEARCH, true);
            all.stream().filter(patient -> !agreed.contains(patient)).forEach(out::add);
        }
        return out;
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
