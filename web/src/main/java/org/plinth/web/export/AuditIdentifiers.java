package org.plinth.web.export;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.plinth.core.audit.Generalisation.Column;
import org.plinth.core.audit.Generalisation.Level;
import org.plinth.web.outcome.Stage;

/**
 * What in the audit table could point to a person who is known to be in it, and how each of these can be told more coarsely. Weights
 * are what an audit loses with it [assumed]: most with the stage and the side, least with the site's key.
 */
final class AuditIdentifiers {

    /** Told of a value of which nothing is left. */
    static final String ANY = "*";

    /** Which leg is affected. */
    static final String SIDE = "side_affected";

    private static final Pattern BAND = Pattern.compile("(\\d+)-\\d+");
    private static final int HALF_LIFE = 50;
    private static final Map<String, String> LONG = Map.of(
            "UP_TO_6", "UP_TO_12",
            "7_TO_12", "UP_TO_12",
            "13_TO_26", "OVER_12",
            "27_TO_52", "OVER_12",
            "OVER_52", "OVER_12");

    /** In the order of the table. */
    static final List<Column> COLUMNS = List.of(
            new Column("site_key", 0.5, List.of(asItIs(), any())),
            new Column("sex", 1, List.of(asItIs(), any())),
            new Column(
                    "age_band",
                    2,
                    List.of(
                            asItIs(),
                            new Level("20_YEARS", AuditIdentifiers::twenty),
                            new Level("UNDER_OR_OVER_50", AuditIdentifiers::halves),
                            any())),
            new Column(
                    SIDE,
                    2,
                    // No coarser: who has no healthy leg has no value in columns that others have one in.
                    List.of(
                            asItIs(),
                            new Level("ONE_OR_BOTH", side -> side.equals("BILATERAL") ? side : "UNILATERAL"))),
            new Column("dominance_match", 0.5, List.of(asItIs(), any())),
            new Column(
                    "symptom_duration_wk_band",
                    2,
                    List.of(asItIs(), new Level("UP_TO_OR_OVER_12", known(LONG::get)), any())),
            new Column("prior_hamstring_injury", 1, List.of(asItIs(), any())),
            new Column("comorbidity_count", 1, List.of(asItIs(), any())),
            new Column(
                    "stage",
                    3,
                    List.of(
                            asItIs(),
                            new Level(
                                    "BETWEEN_MERGED",
                                    stage -> stage.equals(Stage.ADHOC.id()) ? Stage.MID.id() : stage))),
            new Column("position_id", 1, List.of(asItIs())),
            new Column("fixation", 1, List.of(asItIs(), any())),
            new Column("device_class", 1, List.of(asItIs(), any())),
            new Column("discharge_reason", 1, List.of(asItIs(), any())));

    private AuditIdentifiers() {}

    private static Level asItIs() {
        return new Level("AS_IT_IS", value -> value);
    }

    private static Level any() {
        return new Level("ANY", value -> ANY);
    }

    /** What is not known stays so. */
    private static UnaryOperator<String> known(UnaryOperator<String> of) {
        return value -> value.isEmpty() ? value : of.apply(value);
    }

    private static String twenty(String band) {
        var tens = BAND.matcher(band);
        if (!tens.matches()) {
            return "80+";
        }
        int from = Integer.parseInt(tens.group(1)) / 20 * 20;
        return from >= 80 ? "80+" : from + "-" + (from + 19);
    }

    private static String halves(String band) {
        var tens = BAND.matcher(band);
        return tens.matches() && Integer.parseInt(tens.group(1)) < HALF_LIFE ? "0-49" : "50+";
    }

    /** What coarser levels tell, for lists of choices. */
    static List<String> coarser(String column) {
        return switch (column) {
            case "age_band" -> List.of("0-19", "20-39", "40-59", "60-79", "80+", "0-49", "50+");
            case "side_affected" -> List.of("UNILATERAL");
            case "symptom_duration_wk_band" -> List.of("UP_TO_12", "OVER_12");
            default -> List.of();
        };
    }
}
