package org.plinth.web.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Visit;

/** Who tests, apart from who is logged in (decision S13). PINs are given and kept as hashes; switches and testers of recordings never change. */
public interface TesterStore {

    /** The hash of somebody's PIN. */
    Optional<String> pin(Id<Clinic> clinic, Id<Account> account);

    /** Those of a clinic who have one. */
    List<Id<Account>> withPin(Id<Clinic> clinic);

    /**
     * Keeps a PIN in place of an earlier one.
     *
     * @throws StoreFailure NOT_FOUND for an account of another clinic, WRONG_STATE for one of a patient
     */
    void setPin(Id<Clinic> clinic, Id<Account> account, String hash);

    /** Takes it away; nothing happens if there is none. */
    void removePin(Id<Clinic> clinic, Id<Account> account);

    /**
     * From now on this account tests at the visit, by this login.
     *
     * @param loginKey ends with the login, or when it is locked
     * @throws StoreFailure NOT_FOUND for a visit or account of another clinic
     */
    void switchTo(Visit visit, String loginKey, Id<Account> tester);

    /** To whom this login was switched last at the visit. */
    Optional<Id<Account>> now(Id<Clinic> clinic, Id<Visit> visit, String loginKey);

    /**
     * Writes down who tested while a recording was made.
     *
     * @throws StoreFailure NOT_FOUND for a recording of another clinic; DUPLICATE if it has one
     */
    void tested(Id<Clinic> clinic, Id<Recording> recording, Id<Account> tester);

    /** Those of a test's recordings, where they are known. */
    Map<Id<Recording>, Id<Account>> ofTest(Id<Clinic> clinic, Id<PositionTest> test);
}
