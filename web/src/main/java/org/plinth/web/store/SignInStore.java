package org.plinth.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Invitation;
import org.plinth.web.clinic.SignInRules;

/** Second factors, invitations and what a clinic asks of who logs in. Tokens and codes are given and kept as hashes. */
public interface SignInStore {

    /**
     * Somebody's second factor.
     *
     * @param account whose
     * @param sealedSecret as {@code Seal} made it
     * @param confirmed whether a code of it was shown once
     * @param usedStep newest step of 30 s of which a code was taken
     * @param since when it was offered
     */
    record Factor(Id<Account> account, String sealedSecret, boolean confirmed, long usedStep, Instant since) {
        @Override
        public String toString() {
            return "Factor[" + account + " " + confirmed + "]";
        }
    }

    /** What the clinic asks; the usual until it was set. */
    SignInRules rules(Id<Clinic> clinic);

    /** Sets it. */
    void setRules(SignInRules rules);

    /** Somebody's second factor, confirmed or not. */
    Optional<Factor> factor(Id<Clinic> clinic, Id<Account> account);

    /** Those of the clinic who have a confirmed one. */
    List<Id<Account>> withFactor(Id<Clinic> clinic);

    /**
     * Keeps a secret that is not confirmed yet, in place of an earlier such one.
     *
     * @throws StoreFailure WRONG_STATE if she has a confirmed one
     */
    void offerFactor(Id<Clinic> clinic, Id<Account> account, String sealedSecret);

    /**
     * Uses up the code of a step, and with it all older ones; the first confirms the secret.
     *
     * @return false if it, or a newer one, was used before
     */
    boolean useStep(Id<Clinic> clinic, Id<Account> account, long step);

    /** Takes second factor and recovery codes away; nothing happens if there are none. */
    void removeFactor(Id<Clinic> clinic, Id<Account> account);

    /** Keeps these recovery codes in place of all others. */
    void setRecoveryCodes(Id<Clinic> clinic, Id<Account> account, List<String> hashes);

    /** Uses one up: true once, then never again. */
    boolean takeRecoveryCode(Id<Clinic> clinic, Id<Account> account, String hash);

    /** How many are left. */
    int recoveryCodes(Id<Clinic> clinic, Id<Account> account);

    /** Keeps an invitation. */
    void invite(Invitation invitation, String tokenHash);

    /** The open invitation of this token, run out or not; in whatever clinic, because nobody is logged in yet. */
    Optional<Invitation> findInvitation(String tokenHash);

    /** Open invitations of a clinic, newest first. */
    List<Invitation> openInvitations(Id<Clinic> clinic);

    /** Uses an open one up: true once, then never again, and never when it has run out. */
    boolean takeInvitation(Invitation invitation, Instant now);

    /**
     * Ends an open one.
     *
     * @throws StoreFailure NOT_FOUND if there is none
     */
    void revokeInvitation(Id<Clinic> clinic, Id<Invitation> invitation);

    /** Ends all open ones that were for this account, if any. */
    void revokeInvitationsFor(Id<Clinic> clinic, Id<Account> account);
}
