package org.plinth.web.clinic;

import java.util.Optional;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionFields;

/**
 * A position that a clinic wrote for itself, in one version.
 *
 * @param id opaque
 * @param clinic whose
 * @param version of this row, from 1; what an edit names as seen
 * @param protocolVersion what results are compared by, from 1; retiring a position does not change it
 * @param basedOn id and version of what it was copied from: {@code curl-prone-15@1}
 * @param content as it was written
 * @param retired whether it is no longer offered at a visit
 */
public record OwnPosition(
        Id<OwnPosition> id,
        Id<Clinic> clinic,
        int version,
        int protocolVersion,
        String basedOn,
        PositionContent content,
        boolean retired) {

    /** As people read it. */
    public String name() {
        return content.get("name").orElseGet(this::positionId);
    }

    /** The id that tests, results and series keys name. */
    public String positionId() {
        return PositionFields.OWN + id;
    }

    /** The own position that such an id names; empty for a bundled one's. */
    public static Optional<Id<OwnPosition>> idOf(String positionId) {
        return PositionFields.isOwn(positionId)
                ? Id.parse(positionId.substring(PositionFields.OWN.length()))
                : Optional.empty();
    }

    /** With other content; the store gives it its versions. */
    public OwnPosition with(PositionContent newContent) {
        return new OwnPosition(id, clinic, version, protocolVersion, basedOn, newContent, retired);
    }

    /** The same protocol, offered or not. */
    public OwnPosition withRetired(boolean now) {
        return new OwnPosition(id, clinic, version, protocolVersion, basedOn, content, now);
    }
}
