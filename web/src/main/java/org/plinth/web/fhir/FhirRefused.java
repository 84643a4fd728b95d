package org.plinth.web.fhir;

import java.util.Optional;
import org.plinth.web.http.HttpFailure;

/** Refusals of a question; each is told as an OperationOutcome. */
final class FhirRefused {

    private FhirRefused() {}

    /** 400: this parameter is not known here, or cannot be used so. */
    static HttpFailure parameter(String name) {
        return new HttpFailure(400, "INVALID_PARAMETER", Optional.of(name), "fhir.wrong.parameter", name);
    }

    /** 400: what stands behind it cannot be read. The value is not repeated. */
    static HttpFailure value(String name) {
        return new HttpFailure(400, "INVALID_VALUE", Optional.of(name), "fhir.wrong.value", name);
    }
}
