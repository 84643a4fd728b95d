package org.plinth.web.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A failure in the words of FHIR R4: an OperationOutcome. Written by hand, so that a refusal loads nothing. */
final class FhirOutcome {

    private FhirOutcome() {}

    static Reply of(Told told, String requestId) {
        ObjectNode outcome = Json.object();
        outcome.put("resourceType", "OperationOutcome");
        ObjectNode issue = outcome.putArray("issue").addObject();
        issue.put("severity", "error");
        issue.put("code", code(told.status()));
        issue.putObject("details").put("text", told.message());
        issue.put("diagnostics", told.code() + " " + requestId);
        told.field().ifPresent(field -> issue.putArray("expression").add(field));
        return Reply.text("application/fhir+json", outcome.toString());
    }

    /** Of the value set issue-type. */
    private static String code(int status) {
        return switch (status) {
            case 400 -> "invalid";
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "not-supported";
            case 409, 412 -> "conflict";
            case 429 -> "throttled";
            default -> "exception";
        };
    }
}
