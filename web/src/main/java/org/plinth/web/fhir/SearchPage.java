package org.plinth.web.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/**
 * One page of a search.
 *
 * @param found its resources
 * @param next where the next one begins; empty where there is none
 * @param total of all pages, where that is known without reading everybody
 * @param shown patients of whom something is on it
 */
record SearchPage(List<Resource> found, Optional<Cursor> next, OptionalInt total, Set<Id<Patient>> shown) {

    /** Patients that one page looks at; then it ends, full or not. */
    private static final int MOST_PATIENTS = 100;

    /** Of one type, over one patient or all whom the asker may have. */
    static SearchPage of(Asking asking, String type, SearchAsked search) {
        Optional<Asking.Known> only = search.patient()
                .or(() -> type.equals("Patient") && search.ids().size() == 1
                        ? search.ids().stream().findFirst()
                        : Optional.empty())
                .flatMap(asking::patient);
        boolean bound = search.patient().isPresent();
        List<Asking.Known> people = bound || only.isPresent() ? only.stream().toList() : asking.people();
        return new Collector(asking, type, search).over(people, bound);
    }

    /** Of what belongs to nobody. */
    static SearchPage of(List<? extends Resource> all, SearchAsked search) {
        List<Resource> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(one -> one.getIdElement().getIdPart()));
        List<Resource> matching = sorted.stream().filter(search::matches).toList();
        String after = search.cursor().map(Cursor::id).orElse("");
        List<Resource> rest = matching.stream()
                .filter(one -> one.getIdElement().getIdPart().compareTo(after) > 0)
                .toList();
        List<Resource> page = rest.subList(0, Math.min(search.count(), rest.size()));
        Optional<Cursor> next = rest.size() > page.size()
                ? Optional.of(
                        new Cursor("", page.get(page.size() - 1).getIdElement().getIdPart()))
                : Optional.empty();
        return new SearchPage(page, next, OptionalInt.of(matching.size()), Set.of());
    }

    private static final class Collector {
        private final Asking asking;
        private final String type;
        private final SearchAsked search;
        private final List<Resource> found = new ArrayList<>();
        private final Set<Id<Patient>> shown = new LinkedHashSet<>();
        private Optional<Cursor> next = Optional.empty();
        private int matching;

        Collector(Asking asking, String type, SearchAsked search) {
            this.asking = asking;
            this.type = type;
            this.search = search;
        }

        SearchPage over(List<Asking.Known> people, boolean bound) {
            int looked = 0;
            Cursor after = search.cursor().orElse(new Cursor("", ""));
            for (Asking.Known one : people) {
                if (next.isPresent()) {
                    break;
                }
                if (one.name().compareTo(after.patient()) >= 0) {
                    looked++;
                    take(one, one.name().equals(after.patient()) ? after.id() : "");
                    if (looked == MOST_PATIENTS && next.isEmpty() && !isLast(people, one)) {
                        next = Optional.of(new Cursor(one.name(), Cursor.END));
                    }
                }
            }
            return new SearchPage(found, next, bound ? OptionalInt.of(matching) : OptionalInt.empty(), shown);
        }

        private static boolean isLast(List<Asking.Known> people, Asking.Known one) {
            return people.get(people.size() - 1).equals(one);
        }

        private void take(Asking.Known one, String afterId) {
            if (afterId.equals(Cursor.END)) {
                return;
            }
            List<Shell> shells = new ArrayList<>(
                    asking.resources(one).map(resources -> resources.of(type)).orElse(List.of()));
            shells.sort(Comparator.comparing(Shell::id));
            List<Shell> matches = shells.stream()
                    .filter(shell -> search.matches(shell.head()))
                    .toList();
            matching += matches.size();
            String last = afterId;
            for (Shell shell : matches) {
                if (shell.id().compareTo(afterId) > 0) {
                    if (found.size() == search.count()) {
                        next = Optional.of(new Cursor(one.name(), last));
                        return;
                    }
                    shell.made().ifPresent(resource -> {
                        found.add(resource);
                        shown.add(one.id());
                    });
                    last = shell.id();
                }
            }
        }
    }
}
