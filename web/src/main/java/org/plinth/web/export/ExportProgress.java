package org.plinth.web.export;

/** Is told how far an export is, and says whether to go on. Called from the thread that writes. */
public interface ExportProgress {

    /** Tells nobody and never stops. */
    ExportProgress NONE = new ExportProgress() {
        @Override
        public void done(String part, long done, long total) {}

        @Override
        public boolean isStopped() {
            return false;
        }
    };

    /**
     * So much of a part is done.
     *
     * @param part key of the catalogue, such as {@code export.part.recordings}
     * @param done so far
     * @param total of how many; 0 where it is not known
     */
    void done(String part, long done, long total);

    /** Whether nobody waits for it any more. */
    boolean isStopped();

    /**
     * Ends the work where nobody waits for it.
     *
     * @throws ExportStopped if so
     */
    default void goOn() {
        if (isStopped()) {
            throw new ExportStopped();
        }
    }
}
