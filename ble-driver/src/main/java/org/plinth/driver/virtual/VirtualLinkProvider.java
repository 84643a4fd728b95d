package org.plinth.driver.virtual;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.tindeq.ProgressorCodec;

/**
 * Virtual sensors within reach, each with a patient of its own. A sensor keeps its zero while links come and go, and
 * serves one link at a time. Any thread.
 */
public final class VirtualLinkProvider implements LinkProvider {

    /** Begins the id of every virtual sensor; a number from 1 follows. */
    public static final String ID_PREFIX = "virtual-";

    private final Map<String, Sensor> sensors = new LinkedHashMap<>();
    private final Clock clock;

    private record Sensor(VirtualDevice device, VirtualPatient patient, WeightStand stand) {}

    /**
     * So many sensors of one scenario; their seeds differ.
     *
     * @param count at least 1
     * @param clock wall time of packets
     * @param timeFactor how much faster than real time they live; stamps on their own clocks stay true
     */
    public VirtualLinkProvider(Scenario scenario, int count, Clock clock, double timeFactor) {
        if (count < 1 || !(timeFactor > 0)) {
            throw new IllegalArgumentException("no " + count + " sensors at " + timeFactor + " times real time");
        }
        this.clock = clock;
        for (int i = 1; i <= count; i++) {
            long seed = Noise.mix(scenario.seed(), i);
            VirtualPatient patient = new VirtualPatient(scenario.effort(), seed);
            Scenario own = new Scenario(seed, scenario.effort(), scenario.sensor(), scenario.link());
            WeightStand stand = new WeightStand(patient);
            VirtualPeripheral peripheral = new VirtualPeripheral(own, stand);
            sensors.put(ID_PREFIX + i, new Sensor(new VirtualDevice(peripheral, timeFactor), patient, stand));
        }
    }

    /** One sensor in real time. */
    public VirtualLinkProvider(Scenario scenario, Clock clock) {
        this(scenario, 1, clock, 1);
    }

    /** Who pulls at this sensor. */
    public Optional<VirtualPatient> patient(String peripheralId) {
        return Optional.ofNullable(sensors.get(peripheralId)).map(Sensor::patient);
    }

    /** The stand for masses of a sensor. */
    public Optional<WeightStand> stand(String peripheralId) {
        return Optional.ofNullable(sensors.get(peripheralId)).map(Sensor::stand);
    }

    @Override
    public String transport() {
        return VirtualLink.TRANSPORT;
    }

    @Override
    public List<Advertisement> scan(long millis) {
        List<Advertisement> seen = new ArrayList<>();
        for (String id : sensors.keySet()) {
            String name = VirtualDriver.NAME_PREFIX + " " + id.substring(ID_PREFIX.length());
            seen.add(new Advertisement(id, Optional.of(name), Set.of(ProgressorCodec.SERVICE)));
        }
        return seen;
    }

    @Override
    public VirtualLink link(String peripheralId) {
        Sensor sensor = Optional.ofNullable(sensors.get(peripheralId))
                .orElseThrow(() ->
                        new SensorException(Fault.NO_DEVICE, "There is no virtual sensor \"" + peripheralId + "\"."));
        return new VirtualLink(sensor.device(), sensor.patient(), clock);
    }
}
