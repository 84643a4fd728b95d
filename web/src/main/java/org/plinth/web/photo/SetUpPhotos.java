package org.plinth.web.photo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SetUpPhoto;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Takes, shows and removes photos of how a leg was set up (decisions S6, S11). Nothing is taken or shown unless consent to photographs
 * is the last word that the patient's record has about them; removing is always possible. Blocks; any thread but an event loop.
 */
public final class SetUpPhotos {

    private final Store store;
    private final PhotoShrinker shrinker = new PhotoShrinker();

    /** With this store. */
    public SetUpPhotos(Store store) {
        this.store = store;
    }

    /** What the patient's last word about photographs is. */
    public enum Agreed {
        /** She agrees. */
        GIVEN,
        /** Nobody has asked. */
        NOT_ASKED,
        /** She refused, or does not agree any more. */
        WITHDRAWN
    }

    /**
     * A photo to be recalled.
     *
     * @param position of its test
     * @param photo the newest of that position and side
     */
    public record Recalled(String position, SetUpPhoto photo) {}

    /**
     * What there is of a patient.
     *
     * @param agreed whether they may be shown and taken
     * @param said on which day that was said
     * @param kept how many pictures are kept, shown or not, replaced ones too
     * @param recalled what may be shown, one for each position and side
     */
    public record Album(Agreed agreed, Optional<LocalDate> said, int kept, List<Recalled> recalled) {

        /** Copies the list. */
        public Album {
            recalled = List.copyOf(recalled);
        }
    }

    /** Of a patient. */
    public Album album(Id<Clinic> clinic, Id<Patient> patient) {
        return store.read(stores -> {
            Optional<Consent> last = lastWord(stores, clinic, patient);
            Agreed agreed = agreed(last);
            List<SetUpPhoto> all = stores.photos().ofPatient(clinic, patient);
            int kept = stores.photos().kept(clinic, patient).size();
            List<Recalled> recalled = agreed == Agreed.GIVEN ? newest(stores, clinic, patient, all) : List.of();
            return new Album(agreed, last.map(Consent::on), kept, recalled);
        });
    }

    private static List<Recalled> newest(
            Stores stores, Id<Clinic> clinic, Id<Patient> patient, List<SetUpPhoto> oldestFirst) {
        Map<Id<PositionTest>, PositionTest> tests = stores.visits().testsOfPatient(clinic, patient).stream()
                .collect(Collectors.toMap(PositionTest::id, Function.identity()));
        tests.keySet().removeAll(stores.recordings().testsSetAside(clinic, patient));
        Map<String, Recalled> newest = new LinkedHashMap<>();
        for (SetUpPhoto photo : oldestFirst) {
            PositionTest test = tests.get(photo.test());
            if (test != null) {
                newest.put(test.positionId() + " " + photo.side(), new Recalled(test.positionId(), photo));
            }
        }
        return List.copyOf(newest.values());
    }

    /**
     * Takes a photo, as the next of its side and test.
     *
     * @param file as it was sent
     * @param numberSeen number of the photo of this side and test that was seen, 0 for none; over one, the act needs a reason
     * @throws PictureRefused if the file is none that is taken
     * @throws StoreFailure NOT_FOUND; WRONG_STATE without consent or if the visit is closed; OLD_VERSION; INVALID without a reason
     */
    public SetUpPhoto take(Act act, Id<PositionTest> testId, Side side, Path file, int numberSeen)
            throws PictureRefused {
        store.read(stores -> allowed(stores, act, testId));
        SmallPicture picture = shrinker.shrink(file);
        return store.write(act, stores -> {
            PositionTest test = allowed(stores, act, testId);
            SetUpPhoto photo = new SetUpPhoto(
                    act.clinic(),
                    test.patient(),
                    testId,
                    side,
                    numberSeen + 1,
                    picture.width(),
                    picture.height(),
                    act.at(),
                    act.actor());
            return stores.photos().add(photo, picture.jpeg(), numberSeen);
        });
    }

    private static PositionTest allowed(Stores stores, Act act, Id<PositionTest> testId) {
        PositionTest test = test(stores, act.clinic(), testId);
        Visit visit =
                stores.visits().find(act.clinic(), test.visit()).orElseThrow(() -> StoreFailure.notFound("visit"));
        if (visit.closed()) {
            throw StoreFailure.wrongState("capture.start.VISIT_CLOSED", visit);
        }
        requireConsent(stores, act.clinic(), test.patient());
        return test;
    }

    /** A photo as JPEG; NOT_FOUND where there is none, WRONG_STATE without consent. */
    public byte[] picture(Id<Clinic> clinic, Id<PositionTest> testId, Side side) {
        return store.read(stores -> {
            PositionTest test = test(stores, clinic, testId);
            requireConsent(stores, clinic, test.patient());
            return stores.photos()
                    .find(clinic, testId, side)
                    .flatMap(stores.photos()::picture)
                    .orElseThrow(() -> StoreFailure.notFound("photo of " + testId));
        });
    }

    /** Takes the photo of a side of a test away for good; the act must carry a reason. */
    public void remove(Act act, Id<PositionTest> testId, Side side, int numberSeen) {
        store.write(act, stores -> {
            test(stores, act.clinic(), testId);
            stores.photos().remove(act.clinic(), testId, side, numberSeen);
            return true;
        });
    }

    /** Takes all photos of a patient away for good, and says how many; the act must carry a reason. */
    public int removeAll(Act act, Id<Patient> patient) {
        return store.write(act, stores -> {
            int kept = stores.photos().kept(act.clinic(), patient).size();
            stores.photos().ofPatient(act.clinic(), patient).forEach(photo -> stores.photos()
                    .remove(act.clinic(), photo.test(), photo.side(), photo.number()));
            return kept;
        });
    }

    private static PositionTest test(Stores stores, Id<Clinic> clinic, Id<PositionTest> test) {
        return stores.visits().findTest(clinic, test).orElseThrow(() -> StoreFailure.notFound("test"));
    }

    private static Optional<Consent> lastWord(Stores stores, Id<Clinic> clinic, Id<Patient> patient) {
        return stores.consents().ofPatient(clinic, patient).stream()
                .filter(consent -> consent.kind() == Consent.Kind.PHOTO)
                .reduce((older, newer) -> newer);
    }

    private static Agreed agreed(Optional<Consent> last) {
        return last.map(consent -> consent.given() ? Agreed.GIVEN : Agreed.WITHDRAWN)
                .orElse(Agreed.NOT_ASKED);
    }

    private static void requireConsent(Stores stores, Id<Clinic> clinic, Id<Patient> patient) {
        Agreed agreed = agreed(lastWord(stores, clinic, patient));
        if (agreed != Agreed.GIVEN) {
            throw StoreFailure.wrongState("photo.refused." + agreed.name(), "");
        }
    }
}
