package org.plinth.driver.testkit;

import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;

/** A link to a sensor that lacks some characteristics. */
public record LackingLink(BleLink link, Set<UUID> lacks) implements BleLink {

    @Override
    public String transport() {
        return link.transport();
    }

    @Override
    public void connect(LinkListener listener) {
        link.connect(listener);
    }

    @Override
    public void subscribe(UUID service, UUID characteristic) {
        if (lacks.contains(characteristic)) {
            throw new SensorException(Fault.UNSUPPORTED, "The sensor has no characteristic " + characteristic + ".");
        }
        link.subscribe(service, characteristic);
    }

    @Override
    public void write(UUID service, UUID characteristic, byte[] value) {
        link.write(service, characteristic, value);
    }

    @Override
    public OptionalInt mtu() {
        return link.mtu();
    }

    @Override
    public void close() {
        link.close();
    }
}
