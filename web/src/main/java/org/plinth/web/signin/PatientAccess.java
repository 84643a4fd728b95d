package org.plinth.web.signin;

import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Invitation;
import org.plinth.web.clinic.Patient;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;

/** A patient's own access to her page, as her clinician sees it. Blocks; any thread. */
public final class PatientAccess {

    private final Store store;

    /** Over this store. */
    public PatientAccess(Store store) {
        this.store = store;
    }

    /**
     * Where it stands.
     *
     * @param patient whose
     * @param account hers, where she has one
     * @param invitation that is open
     */
    public record Standing(Patient patient, Optional<Account> account, Optional<Invitation> invitation) {}

    /**
     * Of this patient.
     *
     * @throws HttpFailure 404 if there is none in the clinic
     */
    public Standing of(Id<Clinic> clinic, Id<Patient> patient) {
        return store.read(stores -> {
            Patient known = stores.patients().find(clinic, patient).orElseThrow(HttpFailure::notFound);
            Optional<Account> account = stores.accounts().findOfPatient(clinic, patient);
            Optional<Invitation> open = stores.signIn().openInvitations(clinic).stream()
                    .filter(invitation -> invitation.patient().equals(Optional.of(patient)))
                    .findFirst();
            return new Standing(known, account, open);
        });
    }

    /** Refuses or allows her to log in; refused, all her sessions end. */
    public void setDisabled(Act act, Id<Patient> patient, boolean disabled) {
        store.write(act, stores -> {
            Account old = stores.accounts().findOfPatient(act.clinic(), patient).orElseThrow(HttpFailure::notFound);
            stores.accounts()
                    .change(new Account(
                            old.id(),
                            old.clinic(),
                            old.login(),
                            old.displayName(),
                            old.role(),
                            old.patient(),
                            disabled));
            return true;
        });
    }
}
