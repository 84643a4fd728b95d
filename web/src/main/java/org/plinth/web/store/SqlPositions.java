package org.plinth.web.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.plinth.core.position.PositionContent;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.hash.Sha256;

/** Tables {@code own_position} and {@code own_position_version}. */
final class SqlPositions implements PositionStore {

    private static final String FROM =
            """
            SELECT o.id, o.clinic_id, ov.version, ov.protocol_version, ov.based_on, ov.content, ov.retired, ov.at, ov.author,
            ov.reason FROM own_position o JOIN own_position_version ov ON ov.own_position_id = o.id
            """;
    private static final String NEWEST = FROM + "AND ov.version = o.head_version WHERE o.clinic_id = ? ";
    private static final String FIND = NEWEST + "AND o.id = ?";
    private static final String ALL = NEWEST + "ORDER BY ov.name, o.id";
    private static final String EVERY = FROM + "WHERE o.clinic_id = ? ";
    private static final String HISTORY = EVERY + "AND o.id = ? ORDER BY ov.version";
    private static final String LAST_OF_PROTOCOL =
            """
            AND ov.version = (SELECT MAX(same.version) FROM own_position_version same
            WHERE same.own_position_id = o.id AND same.protocol_version = ov.protocol_version)
            """;
    private static final String FIND_PROTOCOL = EVERY + LAST_OF_PROTOCOL + " AND o.id = ? AND ov.protocol_version = ?";
    private static final String PROTOCOLS = EVERY + LAST_OF_PROTOCOL + " ORDER BY o.id, ov.protocol_version";

    private final Transaction tx;

    SqlPositions(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public void add(OwnPosition position) {
        tx.requireClinic(position.clinic());
        tx.insert(Row.of("own_position")
                .set("id", position.id())
                .set("clinic_id", position.clinic())
                .set("head_version", 1));
        tx.insert(content(position, 1, 1).by(tx.act()));
        tx.note(subject(position), Optional.empty(), Optional.of(audited(position, 1, 1)));
    }

    @Override
    public OwnPosition amend(OwnPosition position, int versionSeen) {
        tx.requireClinic(position.clinic());
        OwnPosition before = known(position.clinic(), position.id());
        int version = Heads.OWN_POSITION.move(
                tx, position.clinic(), position.id(), versionSeen, () -> known(position.clinic(), position.id()));
        boolean same = before.content().equals(position.content());
        int protocol = before.protocolVersion() + (same ? 0 : 1);
        tx.insert(content(position, version, protocol).by(tx.act()));
        tx.note(
                subject(position),
                Optional.of(audited(before, before.version(), before.protocolVersion())),
                Optional.of(audited(position, version, protocol)));
        return known(position.clinic(), position.id());
    }

    private OwnPosition known(Id<Clinic> clinic, Id<OwnPosition> position) {
        return find(clinic, position).orElseThrow(() -> StoreFailure.notFound("own position " + position));
    }

    @Override
    public Optional<OwnPosition> find(Id<Clinic> clinic, Id<OwnPosition> position) {
        return tx.one(FIND, SqlPositions::read, clinic, position);
    }

    @Override
    public Optional<OwnPosition> findProtocol(Id<Clinic> clinic, Id<OwnPosition> position, int protocolVersion) {
        return tx.one(FIND_PROTOCOL, SqlPositions::read, clinic, position, protocolVersion);
    }

    @Override
    public List<Written> history(Id<Clinic> clinic, Id<OwnPosition> position) {
        return tx.list(
                HISTORY,
                row -> new Written(read(row), row.instant("at"), row.id("author"), row.text("reason")),
                clinic,
                position);
    }

    @Override
    public List<OwnPosition> all(Id<Clinic> clinic) {
        return tx.list(ALL, SqlPositions::read, clinic);
    }

    @Override
    public List<OwnPosition> protocols(Id<Clinic> clinic) {
        return tx.list(PROTOCOLS, SqlPositions::read, clinic);
    }

    private static String subject(OwnPosition position) {
        return "own-position:" + position.id();
    }

    /** The chain keeps the hash of what was written: the text itself can be longer than a row of the chain. */
    private static String audited(OwnPosition position, int version, int protocolVersion) {
        String hash = Sha256.hex(position.content().text());
        return head(position, version, protocolVersion)
                .set("content_sha256", hash)
                .audited();
    }

    private static Row content(OwnPosition position, int version, int protocolVersion) {
        return head(position, version, protocolVersion)
                .set("content", position.content().text());
    }

    private static Row head(OwnPosition position, int version, int protocolVersion) {
        return Row.of("own_position_version")
                .set("own_position_id", position.id())
                .set("version", version)
                .set("clinic_id", position.clinic())
                .set("protocol_version", protocolVersion)
                .set("name", position.name())
                .set("based_on", position.basedOn())
                .set("retired", position.retired());
    }

    private static OwnPosition read(Found row) throws SQLException {
        return new OwnPosition(
                row.id("id"),
                row.id("clinic_id"),
                row.number("version"),
                row.number("protocol_version"),
                row.text("based_on"),
                PositionContent.parse(row.text("content")),
                row.is("retired"));
    }
}
