package org.plinth.core.position;

/**
 * One version of a position's protocol: as the house uses it, and as it was written down.
 *
 * @param position read from the content
 * @param content as written
 */
public record PositionVersion(TestPosition position, PositionContent content) {

    String id() {
        return position.id();
    }

    int version() {
        return position.version();
    }
}
