package org.plinth.web.store;

import java.util.List;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SetUpPhoto;

/**
 * Photos of how legs were set up. That one was taken or removed stays; the picture of one that was removed goes for good. Pictures
 * are sealed with the patient's own key. Knows nothing of consents: who asks does.
 */
public interface PhotoStore {

    /**
     * Adds a photo as the next of its side and test.
     *
     * @param photo its number does not count
     * @param jpeg the picture
     * @param numberSeen number of the photo of this side and test that was seen to stand, 0 for none
     * @throws StoreFailure OLD_VERSION with the {@link SetUpPhoto} that stands; WRONG_STATE if the test is another patient's; INVALID
     *     if one stands and the act has no reason
     */
    SetUpPhoto add(SetUpPhoto photo, byte[] jpeg, int numberSeen);

    /**
     * Takes the pictures of a side of a test away for good. The act must carry a reason.
     *
     * @throws StoreFailure NOT_FOUND if none stands; OLD_VERSION with the {@link SetUpPhoto} that stands; INVALID without a reason
     */
    void remove(Id<Clinic> clinic, Id<PositionTest> test, Side side, int numberSeen);

    /** What stands, one for each side and test of a patient that has one, oldest first. */
    List<SetUpPhoto> ofPatient(Id<Clinic> clinic, Id<Patient> patient);

    /** All of a patient's whose pictures are kept, replaced ones too, oldest first. */
    List<SetUpPhoto> kept(Id<Clinic> clinic, Id<Patient> patient);

    /** What stands of a side of a test. */
    Optional<SetUpPhoto> find(Id<Clinic> clinic, Id<PositionTest> test, Side side);

    /**
     * A picture, as JPEG; empty where it is not there, the patient's key is not, or the stored bytes were altered.
     */
    Optional<byte[]> picture(SetUpPhoto photo);
}
