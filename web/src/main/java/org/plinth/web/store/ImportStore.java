package org.plinth.web.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.clinic.Patient;

/**
 * Files that came from other programs, and what became of their rows. States are versions that are added; a file's bytes go when it is
 * taken in or thrown away, what an item says and its samples when it is thrown away or taken back.
 */
public interface ImportStore {

    /** Adds one as version 1, with its bytes, to be looked at. */
    void add(ImportBatch batch, byte[] file);

    /** The one with this id. */
    Optional<ImportBatch> find(Id<Clinic> clinic, Id<ImportBatch> batch);

    /** Those of a clinic, newest first. */
    List<ImportBatch> newest(Id<Clinic> clinic, int limit);

    /** Those with these bytes, or with these rows, newest first. */
    List<ImportBatch> same(Id<Clinic> clinic, String sha256);

    /** Previews that nobody has touched since. */
    List<ImportBatch> forgotten(Id<Clinic> clinic, Instant before);

    /** Its bytes; empty once it is no preview any more. */
    Optional<byte[]> file(Id<Clinic> clinic, Id<ImportBatch> batch);

    /**
     * Adds a version. Where that is no preview, the bytes go.
     *
     * @throws StoreFailure OLD_VERSION with the current one; WRONG_STATE with it for a step that cannot follow; INVALID for an undo
     *     without a reason
     */
    ImportBatch amend(ImportBatch batch, int versionSeen);

    /** Adds items as version 1. Their batch must be in. */
    void addItems(List<ImportItem> items);

    /** Adds the packed samples of an item. */
    void addCurve(ImportItem item, byte[] packed);

    /** The packed samples; empty where there are none any more. */
    Optional<byte[]> curve(Id<Clinic> clinic, Id<ImportItem> item);

    /** Items of a file, by number. */
    List<ImportItem> items(Id<Clinic> clinic, Id<ImportBatch> batch);

    /** Items that wait for a patient, oldest first. */
    List<ImportItem> tray(Id<Clinic> clinic, int limit);

    /** How many wait. */
    int waiting(Id<Clinic> clinic);

    /** The one with this id. */
    Optional<ImportItem> findItem(Id<Clinic> clinic, Id<ImportItem> item);

    /** Which of these contents are here already and stand. */
    Set<String> known(Id<Clinic> clinic, Set<String> contents);

    /**
     * Adds a version. Where it is thrown away or taken back, words and samples go.
     *
     * @throws StoreFailure OLD_VERSION with the current one; WRONG_STATE with it for a step that cannot follow; INVALID where a reason is
     *     missing
     */
    ImportItem amend(ImportItem item, int versionSeen);

    /** Patients who were born that day. */
    List<Patient> born(Id<Clinic> clinic, LocalDate date);

    /** Patients with this number in another system. */
    List<Patient> withIdentifier(Id<Clinic> clinic, String identifier);

    /** A patient's numbers in other systems, oldest first. */
    List<String> identifiers(Id<Clinic> clinic, Id<Patient> patient);

    /** Notes a number in another system. */
    void identify(Id<Clinic> clinic, Id<Patient> patient, String identifier);
}
