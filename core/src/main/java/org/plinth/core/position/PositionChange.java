package org.plinth.core.position;

import java.util.List;

/**
 * A field in which two versions of a position differ.
 *
 * @param field which
 * @param before what stood there; empty for nothing
 * @param after what stands there; empty for nothing
 */
public record PositionChange(PositionField field, String before, String after) {

    /** All differences, in the order of the fields. */
    public static List<PositionChange> between(PositionContent before, PositionContent after) {
        return PositionFields.ALL.stream()
                .map(field -> new PositionChange(field, field.in(before), field.in(after)))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }
}
