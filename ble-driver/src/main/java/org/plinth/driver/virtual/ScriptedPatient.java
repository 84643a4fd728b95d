package org.plinth.driver.virtual;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plinth.core.quantity.Force;

/** A sample patient who makes planned efforts after each start of the stream. Same plan and seed, same forces. */
public final class ScriptedPatient implements ForceSource {

    private static final Duration GAP = Duration.ofSeconds(3);

    private final List<PlannedEffort> plan;
    private final Force pretension;
    private final long seed;
    private List<Effort> efforts = List.of();
    private int current;
    private boolean streaming;

    /**
     * A patient with this plan.
     *
     * @param plan efforts that do not overlap
     * @param pretension force between efforts, from a strap that is taut or a limb that rests on the sensor
     * @param seed of tremor and wander
     */
    public ScriptedPatient(List<PlannedEffort> plan, Force pretension, long seed) {
        this.plan = plan.stream()
                .sorted(Comparator.comparing(PlannedEffort::afterStart))
                .toList();
        this.pretension = pretension;
        this.seed = seed;
    }

    /** Efforts one after another, the first after one second of rest, with three seconds of rest between. */
    public static ScriptedPatient inTurn(List<EffortModel> models, Force pretension, long seed) {
        List<PlannedEffort> plan = new ArrayList<>();
        Duration at = Duration.ofSeconds(1).plusMillis(500);
        for (EffortModel model : models) {
            plan.add(new PlannedEffort(at, model));
            at = at.plus(model.ramp()).plus(model.hold()).plus(model.release()).plus(GAP);
        }
        return new ScriptedPatient(plan, pretension, seed);
    }

    /** Time from the start of the stream to one second after the last effort. */
    public Duration length() {
        Duration end = Duration.ZERO;
        for (PlannedEffort effort : plan) {
            EffortModel model = effort.model();
            Duration until =
                    effort.afterStart().plus(model.ramp()).plus(model.hold()).plus(model.release());
            end = until.compareTo(end) > 0 ? until : end;
        }
        return end.plusSeconds(1);
    }

    @Override
    public void streamStarted(long simMicros) {
        List<Effort> made = new ArrayList<>();
        for (PlannedEffort effort : plan) {
            long start = simMicros + effort.afterStart().toNanos() / 1_000;
            made.add(new Effort(start, effort.model(), pretension, Noise.mix(seed, made.size())));
        }
        efforts = made;
        streaming = true;
        current = 0;
    }

    @Override
    public void streamStopped(long simMicros) {
        streaming = false;
        efforts = List.of();
    }

    /** Slack while the sensor does not stream: that is when it is tared. */
    @Override
    public double newtonsAt(long simMicros) {
        if (!streaming) {
            return 0;
        }
        while (current < efforts.size() && simMicros >= efforts.get(current).endMicros()) {
            current++;
        }
        return current < efforts.size() ? efforts.get(current).newtonsAt(simMicros) : pretension.newtons();
    }
}
