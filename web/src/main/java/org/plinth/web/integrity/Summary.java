package org.plinth.web.integrity;

/**
 * What a recomputation came to.
 *
 * @param visits looked at
 * @param tests with a recording
 * @param recordings finished ones
 * @param efforts stored ones that were measured again
 * @param results side results compared
 * @param symmetries compared
 * @param sameTests tests in which everything is the same
 * @param differences single differences
 * @param unreadable recordings that could not be read
 * @param unfinished recordings still open
 * @param uncheckedTests tests whose results could not be compared
 * @param otherEngineTests tests computed by another engine, the same or not
 * @param writtenTests tests that got a further version
 * @param whole whether all was looked at; otherwise it was stopped
 */
public record Summary(
        long visits,
        long tests,
        long recordings,
        long efforts,
        long results,
        long symmetries,
        long sameTests,
        long differences,
        long unreadable,
        long unfinished,
        long uncheckedTests,
        long otherEngineTests,
        long writtenTests,
        boolean whole) {

    /** Whether everything stored follows from the journals. */
    public boolean isSame() {
        return whole && differences == 0 && unreadable == 0;
    }
}
