package org.plinth.web.integrity;

import java.util.Set;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;

/** Hears what a recomputation finds, as it finds it. One thread. */
public interface Findings {

    /** Why a test was left as it stands though it differs. */
    enum NotWritten {
        /** The efforts found now are not the ones that were decided about: somebody must look. */
        OTHER_EFFORTS,
        /** A recording of it cannot be read, or is not finished. */
        UNREADABLE,
        /** Somebody decided about it since it was read. */
        CHANGED_MEANWHILE
    }

    /** Something stored does not follow from the journals. */
    void difference(Difference difference);

    /** A recording cannot be recomputed. */
    void unreadable(Unreadable recording);

    /** What is stored of a test was computed by other engines; by itself no difference. */
    void otherEngines(Id<PositionTest> test, Set<String> stored);

    /** A further version was added. */
    void written(Id<PositionTest> test);

    /** None was added though the test differs. */
    void notWritten(Id<PositionTest> test, NotWritten why);
}
