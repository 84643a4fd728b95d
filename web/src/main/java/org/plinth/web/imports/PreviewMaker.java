package org.plinth.web.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.imports.FoundRow.Newcomer;
import org.plinth.web.imports.PreviewRow.Fate;
import org.plinth.web.store.Stores;

/** Says what would happen to the rows of a file, as the clinic is now. One thread; use once. */
final class PreviewMaker {

    private final Stores stores;
    private final Id<Clinic> clinic;
    private final Map<LocalDate, List<Patient>> born = new HashMap<>();

    PreviewMaker(Stores stores, Id<Clinic> clinic) {
        this.stores = stores;
        this.clinic = clinic;
    }

    Preview of(Found found) {
        Set<String> known = stores.imports()
                .known(
                        clinic,
                        found.good().stream()
                                .filter(row -> !(row.content() instanceof Newcomer))
                                .map(FoundRow::identity)
                                .collect(Collectors.toSet()));
        Set<String> seen = new HashSet<>();
        List<PreviewRow> rows = new ArrayList<>();
        for (FoundRow row : found.rows()) {
            Optional<Id<Patient>> here = row.isGood() ? here(row).map(Patient::id) : Optional.empty();
            rows.add(new PreviewRow(row, fate(row, here.isPresent(), known, seen), here));
        }
        return new Preview(found, rows);
    }

    private static Fate fate(FoundRow row, boolean here, Set<String> known, Set<String> seen) {
        if (!row.isGood()) {
            return Fate.WRONG;
        }
        if (!seen.add(row.identity())) {
            return Fate.TWICE;
        }
        if (row.content() instanceof Newcomer) {
            return here ? Fate.HERE_ALREADY : Fate.PATIENT;
        }
        return known.contains(row.identity()) ? Fate.KNOWN : Fate.TRAY;
    }

    private Optional<Patient> here(FoundRow row) {
        if (!(row.content() instanceof Newcomer)) {
            return Optional.empty();
        }
        Optional<Patient> byNumber = row.person().identifier().stream()
                .flatMap(number -> stores.imports().withIdentifier(clinic, number).stream())
                .findFirst();
        return byNumber.or(() -> row.person().born().stream()
                .flatMap(day -> born(day).stream())
                .filter(patient -> Cell.fold(patient.name()).equals(row.person().foldedName()))
                .findFirst());
    }

    private List<Patient> born(LocalDate day) {
        return born.computeIfAbsent(day, date -> stores.imports().born(clinic, date));
    }
}
