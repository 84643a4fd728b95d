package org.plinth.web.store;

import java.util.List;
import java.util.Map;
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

    /**
     * The visit of this id.
     *
     * @throws StoreFailure NOT_FOUND if it is none of hers
     */
    Visit of(Id<Visit> id) {
        Visit visit = visits.get(id);
        if (visit == null) {
            throw StoreFailure.notFound("visit " + id);
        }
        return visit;
    }
}
