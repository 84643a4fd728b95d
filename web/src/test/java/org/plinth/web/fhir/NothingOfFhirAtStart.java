package org.plinth.web.fhir;

import org.plinth.core.position.PositionCatalogue;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.export.Exports;
import org.plinth.web.http.Endpoint;
import org.plinth.web.http.Routes;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.text.Texts;

/** A program that does with FHIR what a start does: lists the exports, mounts the routes; with an argument, also makes the desk. */
final class NothingOfFhirAtStart {

    private NothingOfFhirAtStart() {}

    public static void main(String[] arguments) {
        SensorDrivers.load();
        FhirSource source = new FhirSource(
                null, null, new ClinicPositions(PositionCatalogue.bundled()), (prefix, id) -> prefix, Texts.bundled());
        new FhirRoutes(source, true).mount(new Routes() {
            @Override
            public void get(String path, Endpoint endpoint) {}

            @Override
            public void post(String path, Endpoint endpoint) {}
        });
        if (arguments.length > 0) {
            new FhirDesk(source, true);
        }
        System.out.println(Exports.all());
    }
}
