package org.plinth.web.job;

import java.time.Instant;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.export.Export;
import org.plinth.web.export.ExportProgress;
import org.plinth.web.export.ExportRequest;
import org.plinth.web.http.SealedFile;

/** One export for one person. Its state is read by requests while it is made. */
public final class ExportJob {

    private final Id<ExportJob> id;
    private final Id<Account> who;
    private final Export export;
    private final ExportRequest request;
    private volatile State state = new Waiting();
    private volatile boolean stopped;

    ExportJob(Id<ExportJob> id, Id<Account> who, Export export, ExportRequest request) {
        this.id = id;
        this.who = who;
        this.export = export;
        this.request = request;
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
     * @param at when it was finished
     */
    public record Done(SealedFile file, Instant at) implements State {}

    /** Somebody stopped it. */
    public record Stopped() implements State {}

    /** It could not be made; nothing of it is left. */
    public record Failed(Reason reason) implements State {}

    /** Why not. */
    public enum Reason {
        /** Too little room on the disk. */
        NO_ROOM,
        /** A fault of the program or of the disk; the log has more. */
        FAULT
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

    void become(State next) {
        state = next;
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
