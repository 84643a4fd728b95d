package org.plinth.web.fhir;

import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource that can be found, and is made whole when it is sent: a curve is read from its journal only then.
 *
 * @param head with everything that can be asked for: id, code, day
 * @param whole makes it; empty where it turns out that there is none
 */
record Shell(Resource head, Supplier<Optional<? extends Resource>> whole) {

    /** One that is whole already. */
    static Shell of(Resource resource) {
        return new Shell(resource, () -> Optional.of(resource));
    }

    String type() {
        return head.fhirType();
    }

    String id() {
        return head.getIdElement().getIdPart();
    }

    /** All of it. */
    Optional<Resource> made() {
        return whole.get().map(resource -> resource);
    }
}
