package org.plinth.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;

/** A clinic's own positions. Every version stays: old results are read with the one that they were made with. */
public interface PositionStore {

    /**
     * One version with who wrote it.
     *
     * @param position as it was then
     * @param at when
     * @param author who
     * @param reason why, in her words
     */
    record Written(OwnPosition position, Instant at, Id<Account> author, String reason) {}

    /** Adds one as version 1 of protocol 1. */
    void add(OwnPosition position);

    /**
     * Adds a version. The given record's version is ignored: it becomes {@code versionSeen + 1}. Its protocol version is
     * that of the version seen when the content is the same, else one more.
     *
     * @throws StoreFailure OLD_VERSION with the current {@link OwnPosition}
     */
    OwnPosition amend(OwnPosition position, int versionSeen);

    /** The newest version of the one with this id. */
    Optional<OwnPosition> find(Id<Clinic> clinic, Id<OwnPosition> position);

    /** The version with this protocol; the newest of several. */
    Optional<OwnPosition> findProtocol(Id<Clinic> clinic, Id<OwnPosition> position, int protocolVersion);

    /** All versions of one, oldest first; empty where there is none. */
    List<Written> history(Id<Clinic> clinic, Id<OwnPosition> position);

    /** The newest version of each, by name. */
    List<OwnPosition> all(Id<Clinic> clinic);

    /** Every protocol of each: the newest version that has it; oldest first, by position. */
    List<OwnPosition> protocols(Id<Clinic> clinic);
}
