package org.plinth.web.clinic;

import java.util.Optional;
import org.plinth.core.position.PositionFields;

/** What a part of a path names. It says where to look whose it is, and whether a patient stands behind it. */
public enum Subject {
    /** A patient. */
    PATIENT(true),
    /** An episode of a patient. */
    EPISODE(true),
    /** An entry in the course of an episode. */
    ENTRY(true),
    /** A visit. */
    VISIT(true),
    /** A position test at a visit. */
    TEST(true),
    /** A recording. */
    RECORDING(true),
    /** An effort that was found. */
    TRIAL(true),
    /** That a patient is shared with another clinic. */
    SHARE(true),
    /** That a restricted patient was opened in an emergency, as it was told to the caller. */
    ALERT(false),
    /** An account of the clinic. */
    ACCOUNT(false),
    /** An invitation that the clinic sent. */
    INVITATION(false),
    /** An account's link to a provider of single sign-on, as its owner names it. */
    SSO_IDENTITY(false),
    /** A passkey, as its owner names it. */
    PASSKEY(false),
    /** A token by which a program reads, of an account of the clinic. */
    TOKEN(false),
    /** A sensor of the clinic. */
    SENSOR(false),
    /** A calibration of one of its sensors. */
    CALIBRATION(false),
    /** A run on the bench. */
    RUN(false),
    /** A file that came from another program. */
    IMPORT(false),
    /** A position that the clinic wrote for itself. */
    OWN_POSITION(false),
    /** A word that names nothing of anybody: a formula, a kind of chart, a position of the catalogue, a number. */
    WORD(false);

    private final boolean ofPatient;

    Subject(boolean ofPatient) {
        this.ofPatient = ofPatient;
    }

    /** Whether a patient stands behind it. */
    public boolean isOfPatient() {
        return ofPatient;
    }

    /** Whether it belongs to a clinic, and must be looked up before anything is said about it. */
    public boolean isOwned() {
        return this != WORD;
    }

    /** The id in a path; empty for what is none. */
    public Optional<Id<Subject>> id(String text) {
        boolean own = this == OWN_POSITION && PositionFields.isOwn(text);
        return Id.parse(own ? text.substring(PositionFields.OWN.length()) : text);
    }
}
