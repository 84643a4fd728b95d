package org.plinth.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Emergency;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.PatientShare;
import org.plinth.web.clinic.Subject;

/** Who may see a patient: restrictions with their teams, shares with other clinics, openings in an emergency. */
public interface AccessStore {

    /**
     * Whose a thing is, and what an account has to do with it: all that a decision about it needs.
     *
     * @param clinic whose
     * @param patient behind it, where one is
     * @param restricted whether only her team may see her
     * @param inTeam whether the account is of her team
     * @param emergency that the account opened and that runs
     * @param shareUntil when the share ends by which the account may read her
     */
    record Holding(
            Id<Clinic> clinic,
            Optional<Id<Patient>> patient,
            boolean restricted,
            boolean inTeam,
            Optional<OpenEmergency> emergency,
            Optional<Instant> shareUntil) {}

    /** An opening that runs, and until when. */
    record OpenEmergency(Id<Emergency> id, Instant endsAt) {}

    /**
     * Looks a thing up in the whole installation, in one query. The only finder that takes no clinic: what may be done with
     * the answer is decided in one place, {@code web.access.AccessDecision}.
     */
    Optional<Holding> holding(Subject kind, Id<Subject> thing, Account viewer, Instant now);

    /** How a patient stands; version 0 where nothing was ever said. */
    PatientAccess of(Id<Clinic> clinic, Id<Patient> patient);

    /**
     * Says it anew; the whole team each time.
     *
     * @param access with the version that was seen
     * @throws StoreFailure OLD_VERSION if somebody was faster
     */
    PatientAccess change(PatientAccess access);

    /** Restricted patients of the clinic that this account may not see now. Few. */
    Set<Id<Patient>> hidden(Id<Clinic> clinic, Id<Account> viewer, Instant now);

    /**
     * Restricted patients of the clinic to whose team this account does not belong: an emergency opens her pages, and no file and no
     * interface for programs.
     */
    default Set<Id<Patient>> closedTo(Id<Clinic> clinic, Id<Account> account) {
        return restricted(clinic).stream()
                .filter(access -> access.restricted() && !access.team().contains(account))
                .map(PatientAccess::patient)
                .collect(Collectors.toSet());
    }

    /** Restricted patients of the clinic. */
    List<PatientAccess> restricted(Id<Clinic> clinic);

    /** Shares. The act's clinic must be the patient's. */
    void share(PatientShare share);

    /** Ends a share; an ended one stays as it is. */
    void endShare(Id<Clinic> clinic, Id<PatientShare> share);

    /** The share of this id. */
    Optional<PatientShare> findShare(Id<Clinic> clinic, Id<PatientShare> share);

    /** All of a patient, newest first. */
    List<PatientShare> sharesOf(Id<Clinic> clinic, Id<Patient> patient);

    /** A patient that another clinic shares, as the list of its guests shows her. */
    record SharedPatient(PatientShare share, Patient patient, Clinic clinic) {}

    /** Patients that this account may read by a share that runs. */
    List<SharedPatient> sharedWith(Account guest, Instant now);

    /** Opens a restricted patient for the act's account, and alerts the owners and her team. */
    void open(Emergency emergency);

    /** Ends all openings of this patient by this account that run; how many. */
    int endEmergencies(Id<Clinic> clinic, Id<Patient> patient, Id<Account> account, Instant now);

    /** An opening that somebody was told of and has not read, oldest first. */
    record Alert(Emergency emergency, Account by) {}

    /** What this account was told and has not read. */
    List<Alert> unread(Id<Clinic> clinic, Id<Account> told);

    /** Has read it; again is no fault. */
    void markRead(Id<Clinic> clinic, Id<Emergency> emergency, Id<Account> told);

    /** Notes in the patient's clinic that a guest or an emergency read by this route of the table. */
    void noteRead(Id<Patient> patient, Id<Clinic> readersClinic, String route);
}
