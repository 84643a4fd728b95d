package org.plinth.driver.virtual;

import org.plinth.core.quantity.Force;

/**
 * Everything that shapes a virtual recording. Same scenario and same commands at the same simulated times: same bytes.
 *
 * @param seed of all chance
 * @param effort how the sample patient makes an effort
 * @param sensor how the sensor measures
 * @param link what happens to packets
 */
public record Scenario(long seed, EffortModel effort, SensorModel sensor, LinkModel link) {

    /** A healthy Progressor and an effort of 250 N. */
    public static Scenario ofSeed(long seed) {
        return new Scenario(
                seed, EffortModel.ofStrength(Force.ofNewtons(250)), SensorModel.progressor(), LinkModel.PERFECT);
    }

    /** The same with another effort. */
    public Scenario withEffort(EffortModel other) {
        return new Scenario(seed, other, sensor, link);
    }

    /** The same with another sensor. */
    public Scenario withSensor(SensorModel other) {
        return new Scenario(seed, effort, other, link);
    }

    /** The same with another link. */
    public Scenario withLink(LinkModel other) {
        return new Scenario(seed, effort, sensor, other);
    }
}
