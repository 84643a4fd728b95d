package org.plinth.web.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.Stores;

/**
 * Whom an item may be about. One is offered only where a number of another system fits exactly one patient, or date of birth and whole
 * name do; a person says whether it is so. Nothing is offered where one of those who fit may not be seen.
 */
public final class Candidates {

    private Candidates() {}

    /** The one that is offered; empty for none or several. */
    public static Optional<Patient> offered(
            Stores stores, Id<Clinic> clinic, ImportItem item, Set<Id<Patient>> hidden) {
        Map<String, String> words = item.words();
        String number = words.getOrDefault(ItemWords.IDENTIFIER, "");
        List<Patient> fit = number.isEmpty() ? List.of() : stores.imports().withIdentifier(clinic, number);
        if (fit.isEmpty()) {
            fit = byName(stores, clinic, words);
        }
        return fit.size() == 1 && !hidden.contains(fit.get(0).id()) ? Optional.of(fit.get(0)) : Optional.empty();
    }

    private static List<Patient> byName(Stores stores, Id<Clinic> clinic, Map<String, String> words) {
        String born = words.getOrDefault(ItemWords.BORN, "");
        String name =
                Cell.fold(words.getOrDefault(ItemWords.GIVEN, "") + " " + words.getOrDefault(ItemWords.FAMILY, ""));
        if (born.isEmpty() || name.isBlank()) {
            return List.of();
        }
        return stores.imports().born(clinic, LocalDate.parse(born)).stream()
                .filter(patient -> Cell.fold(patient.name()).equals(name.strip())
                        || Cell.fold(patient.familyName() + " " + patient.givenName())
                                .equals(name.strip())
                        || Cell.fold(patient.familyName() + ", " + patient.givenName())
                                .equals(name.strip()))
                .toList();
    }
}
