package org.plinth.web.fhir;

import java.util.Optional;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;

/**
 * {@code /fhir}: the record as FHIR R4, to be read. {@code metadata}; a resource by type and id; a search by type; all of a patient. With
 * names for clinicians, without for auditors. Nothing of HAPI is loaded before the first question, which therefore takes longer.
 */
public final class FhirRoutes implements WebModule {

    private final FhirSource source;
    private final boolean secure;
    private Optional<FhirDesk> made = Optional.empty();

    /** From this; {@code secure} where people reach the server by TLS. */
    public FhirRoutes(FhirSource source, boolean secure) {
        this.source = source;
        this.secure = secure;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/fhir/metadata", request -> desk().capability(request));
        routes.get("/fhir/Patient/:id/$everything", request -> desk().everything(request));
        routes.get("/fhir/:type", request -> desk().search(request));
        routes.get("/fhir/:type/:id", request -> desk().read(request));
    }

    private synchronized FhirDesk desk() {
        FhirDesk desk = made.orElseGet(() -> new FhirDesk(source, secure));
        made = Optional.of(desk);
        return desk;
    }
}
