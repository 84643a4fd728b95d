package org.plinth.web.integrity;

/** Counts what a recomputation looked at. One thread. */
final class Tally {

    private long visits;
    private long tests;
    private long recordings;
    private long efforts;
    private long results;
    private long symmetries;
    private long sameTests;
    private long differences;
    private long unreadable;
    private long unfinished;
    private long uncheckedTests;
    private long otherEngineTests;
    private long writtenTests;
    private boolean whole = true;

    long visit() {
        return ++visits;
    }

    void test(Stored stored, TestCheck.Verdict verdict) {
        tests++;
        recordings += stored.recordings().size() - verdict.unfinished();
        efforts += stored.trials().size();
        differences += verdict.differences().size();
        unreadable += verdict.unreadable().size();
        unfinished += verdict.unfinished();
        otherEngineTests += verdict.otherEngines().isEmpty() ? 0 : 1;
        if (verdict.resultsChecked()) {
            results += stored.results().size();
            symmetries += stored.symmetry().isPresent() ? 1 : 0;
            sameTests += verdict.differences().isEmpty() ? 1 : 0;
        } else {
            uncheckedTests++;
        }
    }

    void written() {
        writtenTests++;
    }

    void stopped() {
        whole = false;
    }

    Summary summary() {
        return new Summary(
                visits,
                tests,
                recordings,
                efforts,
                results,
                symmetries,
                sameTests,
                differences,
                unreadable,
                unfinished,
                uncheckedTests,
                otherEngineTests,
                writtenTests,
                whole);
    }
}
