package org.plinth.web.visit;

import org.plinth.core.position.TestPosition;

/** Where on the body the sensor usually is, by family of position (positions reference, set-up tables). */
final class SensorSites {

    private SensorSites() {}

    static String usual(TestPosition position) {
        if (position.id().startsWith("bridge-force")) {
            return "pelvis";
        }
        if (position.id().startsWith("bridge-iso") || position.id().contains("heel")) {
            return "heel";
        }
        return switch (position.id()) {
            case "hip-ext-90", "hip-abd-short", "hip-add-short" -> "thigh";
            case "ankle-pf-seated" -> "foot";
            default -> "shank";
        };
    }
}
