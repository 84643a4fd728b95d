package org.plinth.web.access;

import java.time.Instant;
import org.plinth.web.clinic.Clinic;

/** By what right somebody sees what she asked for. Pages say so where it is not the ordinary one. */
public sealed interface Sight {

    /** Her role in her clinic, and where a patient is restricted, her place in the team. */
    record Ordinary() implements Sight {}

    /**
     * An emergency that she declared.
     *
     * @param until when it ends by itself
     */
    record InEmergency(Instant until) implements Sight {}

    /**
     * Another clinic shared the patient with hers. She reads, and changes nothing.
     *
     * @param home her own clinic
     * @param until when the share ends
     */
    record AsGuest(Clinic home, Instant until) implements Sight {}
}
