package org.plinth.driver.virtual;

/** The virtual sensor's cell and converter: force on it to what it shows. One thread. */
final class Converter {

    private static final double MICROS_PER_MINUTE = 6e7;

    private final SensorModel model;
    private final ForceSource source;
    private final Noise noise;
    private double tareNewtons;

    Converter(SensorModel model, ForceSource source, Noise noise) {
        this.model = model;
        this.source = source;
        this.noise = noise;
    }

    /** What it shows [N]. */
    double read(long simMicros) {
        double shown = load(simMicros) + model.noise().newtons() * noise.normal();
        double limit = model.saturation().map(force -> force.newtons()).orElse(Double.MAX_VALUE);
        double limited = Math.max(-limit, Math.min(limit, shown));
        double step = model.resolution().newtons();
        double stepped = step > 0 ? Math.round(limited / step) * step : limited;
        return stepped - tareNewtons;
    }

    /** Zeroes it in its present state. */
    void tare(long simMicros) {
        tareNewtons = load(simMicros);
    }

    private double load(long simMicros) {
        double onIt = source.newtonsAt(simMicros) + model.strapWeight().newtons();
        return model.span() * onIt + model.driftNewtonsPerMinute() * simMicros / MICROS_PER_MINUTE;
    }
}
