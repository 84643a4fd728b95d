package org.plinth.core.position;

import java.util.Map;
import org.plinth.core.position.OwnPositionReader.Origin;

/** Makes the first draft of a clinic's own position out of a known one. Its errors become provisional again. */
public final class PositionCopy {

    private PositionCopy() {}

    /** Whether a position may be copied: not one whose numbers come from another maker's machine. */
    public static boolean isPossible(TestPosition position) {
        return !position.family().equals("imported");
    }

    /**
     * The draft: everything but id, version and drawing; published errors become literature, assumed ones stay so,
     * and what another clinic or another position had measured at its own site becomes literature too.
     *
     * @param content of the original
     * @param origin which it is
     */
    public static PositionContent of(PositionContent content, Origin origin) {
        PositionContent draft = PositionContent.of(Map.of(PositionFields.BASED_ON, origin.toString()));
        for (PositionField field : PositionFields.ALL) {
            draft = field.into(draft, copied(field.key(), field.in(content)));
        }
        return draft;
    }

    private static String copied(String key, String value) {
        if (key.startsWith("error.") && key.endsWith(".basis")) {
            return basis(value);
        }
        if (key.endsWith(".pairs")) {
            return "";
        }
        if (key.equals("minimumRange.newtons") && value.equals("0")) {
            return "";
        }
        return value.equals("PULL, PUSH") ? "PUSH, PULL" : value;
    }

    private static String basis(String value) {
        return switch (value) {
            case "not_applicable", "" -> "not_applicable";
            case "derived-assumed", "assumed-near", "assumed" -> "assumed";
            default -> "literature";
        };
    }
}
