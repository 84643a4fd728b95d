package org.plinth.calibration.gravity;

/**
 * What the air carries of a mass.
 *
 * <pre>
 *   F = m · g · (1 − rho_air / rho_mass)      [N]
 *   rho_air = (0.34848 p − 0.009 h e^(0.061 t)) / (273.15 + t)      [kg/m³]  p [hPa], h [% RH], t [°C]
 * </pre>
 *
 * @param airDensity [kg/m³]
 * @param massDensity [kg/m³]
 * @see <a href="https://www.oiml.org/en/files/pdf_r/r111-1-e04.pdf">OIML R 111-1 (2004), E.3-1</a> for the density of air
 */
public record AirBuoyancy(double airDensity, double massDensity) {

    /** Usual air at sea level [kg/m³]. */
    public static final double USUAL_AIR = 1.2;
    /** Steel, and by convention every conventional mass [kg/m³]. */
    public static final double STEEL = 8000;

    /** Steel in usual air: a loss of 150 parts in a million. */
    public static final AirBuoyancy STEEL_IN_USUAL_AIR = new AirBuoyancy(USUAL_AIR, STEEL);

    /** Rejects what is no air or no weight. */
    public AirBuoyancy {
        if (!(airDensity >= 0 && airDensity < 2)) {
            throw new IllegalArgumentException("the density of air must be from 0 to 2 kg/m³, was " + airDensity);
        }
        if (!(massDensity >= 500 && massDensity <= 25_000)) {
            throw new IllegalArgumentException("a mass has 500 to 25000 kg/m³, was " + massDensity);
        }
    }

    /** Of masses of this density in air of this temperature, humidity and pressure. */
    public static AirBuoyancy of(double celsius, double humidityPercent, double hectopascals, double massDensity) {
        double air = (0.34848 * hectopascals - 0.009 * humidityPercent * StrictMath.exp(0.061 * celsius))
                / (273.15 + celsius);
        return new AirBuoyancy(air, massDensity);
    }

    /** What is left of the weight, as a part of 1. */
    public double factor() {
        return 1 - airDensity / massDensity;
    }
}
