package org.plinth.web.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Visit;

/** Visits of one patient by their ids. */
final class ByVisit {

    private final Map<Id<Visit>, Visit> visits;

    ByVisit(List<Visit> visits) {
        this.visits = visits.stream().collect(Collectors.toMap(Visit::id, Function.identity()));
    }

    /** Empty where another transaction has added it since the visits were read: what belongs to it was added since as well. */
    Optional<Visit> find(Id<Visit> id) {
        return Optional.ofNullable(visits.get(id));
    }
}
