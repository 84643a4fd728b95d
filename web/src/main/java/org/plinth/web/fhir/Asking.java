package org.plinth.web.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Trial;
import org.plinth.web.http.Request;
import org.plinth.web.http.Who;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.Stores;

/**
 * Who asks, and whose resources she may have. A clinician has names, and of a restricted patient only where she is of her team: an
 * emergency opens pages, on which it is noted, and no interface. An auditor has keyed names and no curves.
 */
final class Asking {

    private final FhirSource source;
    private final FhirSource.Asked asked;
    private final Making making;

    Asking(FhirSource source, Terminology terms, Request request) {
        this.source = source;
        Who who = request.who();
        boolean named = who.role() == Role.CLINICIAN;
        Set<Id<Patient>> hidden =
                named ? source.store().read(stores -> stores.access().closedTo(who.clinicId(), who.id())) : Set.of();
        this.asked =
                new FhirSource.Asked(who.clinic(), named ? Purpose.CARE : Purpose.AUDIT, hidden, named, request.at());
        this.making = source.store()
                .read(stores -> new Making(
                        source.disclosure(asked),
                        new Codes(terms),
                        source.texts(),
                        source.positions().of(stores, who.clinicId())));
    }

    FhirSource.Asked asked() {
        return asked;
    }

    Making making() {
        return making;
    }

    /** A patient and her name here. */
    record Known(Id<Patient> id, String name) {}

    /** All whom she may have, by name. */
    List<Known> people() {
        return source.store().read(stores -> People.of(stores, asked)).stream()
                .map(id -> new Known(id, making.disclosure().patient(id)))
                .sorted(java.util.Comparator.comparing(Known::name))
                .toList();
    }

    /** The one of this name, if she may have her. */
    Optional<Known> patient(String name) {
        return making.disclosure().isNamed()
                ? Id.<Patient>parse(name).filter(this::may).map(id -> new Known(id, name))
                : people().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private boolean may(Id<Patient> id) {
        return source.store().read(stores -> {
            Predicate<Id<Patient>> may = People.may(stores, asked);
            return may.test(id)
                    && stores.patients().find(asked.clinic().id(), id).isPresent();
        });
    }

    /** Whose the resource of this id is: without names her name stands before it, with names the thing is looked up. */
    Optional<Known> owner(String id) {
        int first = id.indexOf('-');
        if (first < 0) {
            return patient(id);
        }
        if (!making.disclosure().isNamed()) {
            return patient(id.substring(0, first));
        }
        String kind = id.substring(0, first);
        String rest = id.substring(first + 1);
        return Id.<Object>parse(rest.substring(0, Math.min(32, rest.length())))
                .flatMap(thing -> source.store().read(stores -> owner(stores, kind, thing)))
                .flatMap(patient -> patient(patient.toString()));
    }

    private Optional<Id<Patient>> owner(Stores stores, String kind, Id<Object> thing) {
        var clinic = asked.clinic().id();
        return switch (kind) {
            case "trial" ->
                stores.recordings()
                        .findTrial(clinic, new Id<Trial>(thing.value()))
                        .map(one -> one.recording().patient());
            case "curve" ->
                stores.recordings()
                        .find(clinic, new Id<Recording>(thing.value()))
                        .map(Recording::patient);
            case "mass", "consent" -> Optional.of(new Id<>(thing.value()));
            case "result", "symmetry" -> of(stores, "test:" + thing);
            case "entry" -> of(stores, "episode_entry:" + thing);
            case "reading" -> of(stores, "visit:" + thing);
            default -> of(stores, kind + ":" + thing);
        };
    }

    private Optional<Id<Patient>> of(Stores stores, String subject) {
        return Optional.ofNullable(stores.overview()
                .patientsOf(asked.clinic().id(), List.of(subject))
                .get(subject));
    }

    /** Her resources. */
    Optional<PatientResources> resources(Known of) {
        var today = java.time.LocalDate.ofInstant(asked.at(), asked.clinic().zone());
        return source.record(making.disclosure(), of.id())
                .map(record -> new PatientResources(making, source.raw(), today, record));
    }
}
