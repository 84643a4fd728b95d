package org.plinth.web.recordingfile;

/** A file that gives no recording. Its message names fault and line alone, so that it may be logged. */
public final class RecordingFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient FileProblem problem;

    /** For this problem. */
    public RecordingFileException(FileProblem problem) {
        super(problem.fault()
                + (problem.line().isPresent() ? " in line " + problem.line().getAsLong() : ""));
        this.problem = problem;
    }

    /** What is wrong, and where. */
    public FileProblem problem() {
        return problem;
    }
}
