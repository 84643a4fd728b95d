package org.plinth.web.signin;

import java.util.List;
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
     * @param invitation that is open, to herself
     * @param guardians who read her page for her, or did
     * @param invited open invitations to more of them
     */
    public record Standing(
            Patient patient,
            Optional<Account> account,
            Optional<Invitation> invitation,
            List<Account> guardians,
            List<Invitation> invited) {
        /** Copies the lists. */
        public Standing {
            guardians = List.copyOf(guardians);
            invited = List.copyOf(invited);
        }
    }

    /**
     * Of this patient.
     *
     * @throws HttpFailure 404 if there is none in the clinic
     */
    public Standing of(Id<Clinic> clinic, Id<Patient> patient) {
        return store.read(stores -> {
            Patient known = stores.patients().find(clinic, patient).orElseThrow(HttpFailure::notFound);
            Optional<Account> account = stores.accounts().findOfPatient(clinic, patient);
            List<Invitation> open = stores.signIn().openInvitations(clinic).stream()
                    .filter(invitation -> invitation.patient().equals(Optional.of(patient)))
                    .filter(invitation -> invitation.account().isEmpty())
                    .toList();
            return new Standing(
                    known,
                    account,
                    open.stream()
                            .filter(invitation -> invitation.guardian().isEmpty())
                            .findFirst(),
                    stores.accounts().guardiansOf(clinic, patient),
                    open.stream()
                            .filter(invitation -> invitation.guardian().isPresent())
                            .toList());
        });
    }

    /** Refuses or allows her to log in; refused, all her sessions end. */
    public void setDisabled(Act act, Id<Patient> patient, boolean disabled) {
        store.write(act, stores -> {
            Account old = stores.accounts().findOfPatient(act.clinic(), patient).orElseThrow(HttpFailure::notFound);
            stores.accounts().change(old.shutOut(disabled));
            return true;
        });
    }

    /**
     * Ends what a guardian may do, before her day; her sessions end.
     *
     * @throws HttpFailure 404 if she is none of this patient
     */
    public void endGuardian(Act act, Id<Patient> patient, Id<Account> guardian) {
        store.write(act, stores -> {
            Account known = stores.accounts().guardiansOf(act.clinic(), patient).stream()
                    .filter(one -> one.id().equals(guardian))
                    .findFirst()
                    .orElseThrow(HttpFailure::notFound);
            stores.signIn().revokeInvitationsFor(act.clinic(), guardian);
            stores.accounts().change(known.shutOut(true));
            return true;
        });
    }
}
