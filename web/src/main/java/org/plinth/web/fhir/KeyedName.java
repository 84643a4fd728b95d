package org.plinth.web.fhir;

import org.plinth.web.clinic.Id;

/** Gives the keyed name that stands in for an id; the same one for the same id. */
@FunctionalInterface
public interface KeyedName {

    /** {@code prefix}, a hyphen and 16 hexadecimal digits. */
    String of(String prefix, Id<?> id);
}
