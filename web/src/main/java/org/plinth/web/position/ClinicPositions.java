package org.plinth.web.position;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.plinth.core.position.OwnPositionReader;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.PositionVersion;
import org.plinth.core.position.TestPosition;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.store.Stores;

/**
 * The positions that a clinic knows: the bundled ones and its own. Any thread. What was read once is kept: a protocol
 * version of a position never changes.
 */
public final class ClinicPositions {

    private final PositionCatalogue bundled;
    private final Map<Protocol, PositionVersion> read = new ConcurrentHashMap<>();

    private record Protocol(Id<OwnPosition> position, int version) {}

    /** Over the positions that ship. */
    public ClinicPositions(PositionCatalogue bundled) {
        this.bundled = bundled;
    }

    /** The ones that ship. */
    public PositionCatalogue bundled() {
        return bundled;
    }

    /** All of a clinic, every version, in one query. */
    public PositionCatalogue of(Stores stores, Id<Clinic> clinic) {
        List<OwnPosition> own = stores.positions().protocols(clinic);
        // Retirement stands on the newest version; a protocol of old does not bring a position back.
        Set<String> offered = stores.positions().all(clinic).stream()
                .filter(position -> !position.retired())
                .map(OwnPosition::positionId)
                .collect(Collectors.toSet());
        Set<String> retired = own.stream()
                .map(OwnPosition::positionId)
                .filter(id -> !offered.contains(id))
                .collect(Collectors.toSet());
        return bundled.and(own.stream().map(this::version).toList(), retired);
    }

    /** The position that a test was made with, in the version that it was made with. */
    public Optional<TestPosition> of(Stores stores, PositionTest test) {
        return find(stores, test.clinic(), test.positionId(), test.protocolVersion());
    }

    /** Exactly this version. */
    public Optional<TestPosition> find(Stores stores, Id<Clinic> clinic, String positionId, int version) {
        Optional<Id<OwnPosition>> own = OwnPosition.idOf(positionId);
        return own.isEmpty()
                ? bundled.find(positionId, version)
                : stores.positions().findProtocol(clinic, own.get(), version).map(found -> version(found)
                        .position());
    }

    /** The newest version of one that may be chosen at a visit. */
    public Optional<TestPosition> offered(Stores stores, Id<Clinic> clinic, String positionId) {
        Optional<Id<OwnPosition>> own = OwnPosition.idOf(positionId);
        return own.isEmpty()
                ? bundled.find(positionId)
                : stores.positions()
                        .find(clinic, own.get())
                        .filter(found -> !found.retired())
                        .map(found -> version(found).position());
    }

    /** An own position as the house uses it. */
    public PositionVersion version(OwnPosition own) {
        return read.computeIfAbsent(
                new Protocol(own.id(), own.protocolVersion()),
                key -> new PositionVersion(
                        OwnPositionReader.stored(own.content(), own.positionId(), own.protocolVersion()),
                        own.content()));
    }
}
