package org.plinth.web.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;

/** Recordings and the efforts found in them. */
public interface RecordingStore {

    /**
     * What computed the measurements.
     *
     * @param version of the engine
     * @param metricVersions by metric id; every measurement needs one
     */
    record Engine(String version, Map<String, Integer> metricVersions) {
        /** Copies the map. */
        public Engine {
            metricVersions = Map.copyOf(metricVersions);
        }
    }

    /**
     * A trial, where it belongs and what it rests on.
     *
     * @param recording in which it was found
     * @param trial the effort and its decision
     * @param engineVersion that found and measured it
     * @param analysis of this trial, 1 for the first
     */
    record TrialOf(Recording recording, Trial trial, String engineVersion, int analysis) {}

    /** Adds one as version 1. Its visit, patient and test must belong together. */
    void add(Recording recording);

    /**
     * Adds a version: another state, side, seal or ledger.
     *
     * @throws StoreFailure OLD_VERSION with the current {@link Recording}
     */
    Recording amend(Recording recording, int versionSeen);

    /** The one with this id. */
    Optional<Recording> find(Id<Clinic> clinic, Id<Recording> recording);

    /** A test's, in the order they were started. */
    List<Recording> ofTest(Id<Clinic> clinic, Id<PositionTest> test);

    /** A visit's, in the order they were started. */
    List<Recording> ofVisit(Id<Clinic> clinic, Id<Visit> visit);

    /** A clinic's finished ones, newest first, at most so many. */
    List<Recording> newest(Id<Clinic> clinic, int most);

    /** The next finished ones of a clinic in the order of their ids, from behind {@code after}; for a program that reads all of them. */
    List<Recording> page(Id<Clinic> clinic, Optional<Id<Recording>> after, int limit);

    /** Those still open, of every clinic: what recovery looks at. */
    List<Recording> unfinished();

    /** Which of these have no row here, of every clinic: journals to be offered. */
    List<Id<Recording>> unknown(List<Id<Recording>> journals);

    /** Notes that a recording was made one of another patient's test. */
    void moved(Id<Clinic> clinic, Id<Recording> from, Id<Recording> to);

    /** What a recording became in other patients' tests. */
    List<Id<Recording>> movedTo(Id<Clinic> clinic, Id<Recording> from);

    /** Which recording this one was made from. */
    Optional<Id<Recording>> movedFrom(Id<Clinic> clinic, Id<Recording> to);

    /** Those that stand under a patient's name and count in another patient's test, by a move that stands. */
    List<Recording> setAside(Id<Clinic> clinic, Id<Patient> patient);

    /** A patient's tests that are another's as a whole: every recording of theirs is set aside. How they were set up is not hers. */
    default Set<Id<PositionTest>> testsSetAside(Id<Clinic> clinic, Id<Patient> patient) {
        List<Recording> aside = setAside(clinic, patient);
        Set<Id<Recording>> ids = aside.stream().map(Recording::id).collect(Collectors.toSet());
        return aside.stream()
                .map(Recording::test)
                .distinct()
                .filter(test -> ofTest(clinic, test).stream().allMatch(recording -> ids.contains(recording.id())))
                .collect(Collectors.toSet());
    }

    /** Adds the efforts of one recording as version 1 each, with what was measured, in one batch. */
    void addTrials(Id<Clinic> clinic, List<Trial> trials, Engine engine);

    /**
     * Adds one more analysis of efforts that are known: boundaries and measurements of the given trials, by this engine.
     * Each gets a version; the decision about it stays what it was, and so does every earlier analysis.
     *
     * @param trials with version and analysis as they were seen
     * @throws StoreFailure OLD_VERSION with the current {@link Trial} if something was decided since
     */
    void analyseAgain(Id<Clinic> clinic, List<TrialOf> trials, Engine engine);

    /**
     * Adds a decision: state, reason and pain of the given record.
     *
     * @throws StoreFailure OLD_VERSION with the current {@link Trial}; INVALID for an exclusion without a reason
     */
    Trial decide(Id<Clinic> clinic, Trial trial, int versionSeen);

    /** The trial with this id and its recording. */
    Optional<TrialOf> findTrial(Id<Clinic> clinic, Id<Trial> trial);

    /** A test's trials of both sides, in the order they were made; two queries. */
    List<TrialOf> trialsOfTest(Id<Clinic> clinic, Id<PositionTest> test);

    /** A visit's trials of all tests, in the order they were made; two queries. */
    List<TrialOf> trialsOfVisit(Id<Clinic> clinic, Id<Visit> visit);
}
