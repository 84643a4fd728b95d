package org.plinth.web.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.store.Stores;

/** What belongs to a clinic: itself, who tests where people are named, sensors and their channels, engines. */
final class SharedResources {

    /** Kinds of resources. */
    static final List<String> TYPES = List.of("Organization", "Practitioner", "Device", "DeviceMetric");

    private SharedResources() {}

    static List<Resource> of(Stores stores, Making making, FhirSource.Asked asked, String type) {
        SharedMapper mapper = new SharedMapper(making);
        var clinic = asked.clinic().id();
        List<Resource> made = new ArrayList<>();
        switch (type) {
            case "Organization" -> made.add(mapper.clinic(asked.clinic()));
            case "Practitioner" -> {
                if (making.disclosure().isNamed()) {
                    stores.accounts().all(clinic).stream()
                            .filter(account -> account.patient().isEmpty())
                            .forEach(account -> made.add(mapper.practitioner(account)));
                }
            }
            case "Device" -> {
                stores.sensors().all(clinic).forEach(sensor -> made.add(mapper.sensor(sensor)));
                engines(stores, asked).forEach(version -> made.add(mapper.engine(version)));
            }
            case "DeviceMetric" -> {
                for (Sensor sensor : stores.sensors().all(clinic)) {
                    made.add(mapper.channel(sensor, stores.sensors().calibrations(clinic, sensor.id()), asked.at()));
                }
            }
            default -> {}
        }
        return made;
    }

    /** Every version that computed a result that stands. */
    private static Set<String> engines(Stores stores, FhirSource.Asked asked) {
        Set<String> versions = new TreeSet<>();
        stores.results()
                .export(
                        asked.clinic().id(),
                        row -> versions.add(row.result().provenance().engineVersion()));
        return versions;
    }
}
