package org.plinth.core.quantity;

import java.util.Locale;
import java.util.Optional;

/**
 * Units of force that people and sensors use. Factors are exact by definition: 1 kgf = 9.80665 N, 1 lbf =
 * 4.4482216152605 N.
 */
public enum ForceUnit {
    /** Newton, the unit of everything inside. */
    NEWTON("N", 1.0, 0),
    /** Kilogram-force: the weight of one kilogram at standard gravity. */
    KILOGRAM_FORCE("kgf", 9.80665, 1),
    /** Pound-force. */
    POUND_FORCE("lbf", 4.4482216152605, 1);

    private final String symbol;
    private final double newtonsPerUnit;
    private final int decimals;

    ForceUnit(String symbol, double newtonsPerUnit, int decimals) {
        this.symbol = symbol;
        this.newtonsPerUnit = newtonsPerUnit;
        this.decimals = decimals;
    }

    /** The symbol as it is shown and read: {@code N}, {@code kgf}, {@code lbf}. */
    public String symbol() {
        return symbol;
    }

    /** Newtons in one of this unit. */
    public double newtonsPerUnit() {
        return newtonsPerUnit;
    }

    /** Decimals that a person is shown. */
    public int decimals() {
        return decimals;
    }

    /**
     * The unit with this symbol, in any case. {@code kg} is a mass and is not accepted here: whoever reads files
     * decides that a force column in kg means kgf, and says so.
     */
    public static Optional<ForceUnit> parse(String symbol) {
        String wanted = symbol.strip().toLowerCase(Locale.ROOT);
        for (ForceUnit unit : values()) {
            if (unit.symbol.toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
