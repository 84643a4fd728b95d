package org.plinth.web.job;

import java.time.Instant;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.export.Export;
import org.plinth.web.export.ExportProgress;
import org.plinth.web.export.ExportRequest;
import org.plinth.web.http.SealedFile;
import org.plinth.web.privacy.FileBasis;

/** One export for one person. Its state is read by requests while it is made. */
public final class ExportJob {

    private final Id<ExportJob> id;
    private final Id<Account> who;
    private final Export export;
    private final ExportRequest request;
    private final FileBasis basis;
    private volatile State state = new Waiting();
    private volatile Instant ended = Instant.MAX;
    private volatile boolean stopped;

    ExportJob(Id<ExportJob> id, Export export, ExportRequest request, FileBasis basis) {
        this.id = id;
        this.who = basis.question().asker();
        this.export = export;
        this.request = request;
        this.basis = basis;
    }

    /** How far it is. */
    public sealed interface State {

        /** Whether it will go on by itself. */
        default boolean isOpen() {
            return false;
        }
    }

    /** Others are being made. */
    public record Waiting() implements State {
        @Override
        public boolean isOpen() {
            return true;
        }
    }

    /**
     * It is being made.
     *
     * @param part key of the catalogue; empty at the very beginning
     * @param done so far
     * @param total of how many; 0 where it is not known
     */
    public record Running(Optional<String> part, long done, long total) implements State {
        @Override
        public boolean isOpen() {
            return true;
        }
    }

    /**
     * It can be fetched.
     *
     * @param file sealed
     */
    public record Done(SealedFile file) implements State {}

    /** Somebody stopped it. */
    public record Stopped() implements State {}

    /** It could not be made; nothing of it is left. */
    public record Failed(Reason reason) implements State {}

    /** Why not. */
    public enum Reason {
        /** Too little room on the disk. */
        NO_ROOM,
        /** A fault of the program or of the disk; the log has more. */
        FAULT,
        /** It was made, and somebody in it has refused, been closed or asked to be erased since. */
        OUTDATED
    }

    /** Opaque. */
    public Id<ExportJob> id() {
        return id;
    }

    /** What is asked for. */
    public ExportRequest request() {
        return request;
    }

    /** Of what kind. */
    public Export export() {
        return export;
    }

    /** On what its file rests. */
    FileBasis basis() {
        return basis;
    }

    /** How far it is. */
    public State state() {
        return state;
    }

    boolean isWith(ExportJob other) {
        return who.equals(other.who);
    }

    boolean isOf(Id<Account> account) {
        return who.equals(account);
    }

    /** When it came to its end; empty while it is open. */
    Optional<Instant> ended() {
        return state.isOpen() ? Optional.empty() : Optional.of(ended);
    }

    void begin() {
        state = new Running(Optional.empty(), 0, 0);
    }

    void end(State last, Instant at) {
        // In this order: whoever sees the state sees its time.
        ended = at;
        state = last;
    }

    void stop() {
        stopped = true;
    }

    /** Tells the state, and stops where it was stopped. */
    ExportProgress progress() {
        return new ExportProgress() {
            @Override
            public void done(String part, long done, long total) {
                state = new Running(Optional.of(part), done, total);
            }

            @Override
            public boolean isStopped() {
                return stopped;
            }
        };
    }
}
