package org.plinth.driver.weiheng;

import java.util.UUID;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;

/**
 * Listens to one sensor that advertises. It sends whether or not anybody listens, so between stop and start its packets
 * are dropped here. Commands from any thread, packets on the link's.
 */
final class BroadcastConnection implements SensorConnection {

    private final UUID data;
    private final BleLink link;
    private volatile boolean streaming;

    private BroadcastConnection(UUID data, BleLink link) {
        this.data = data;
        this.link = link;
    }

    static BroadcastConnection open(UUID data, BleLink link, LinkListener listener) {
        BroadcastConnection connection = new BroadcastConnection(data, link);
        try {
            link.connect(connection.gate(listener));
        } catch (SensorException failed) {
            link.close();
            throw failed;
        }
        return connection;
    }

    private LinkListener gate(LinkListener listener) {
        return new LinkListener() {
            @Override
            public void packet(Packet packet) {
                if (streaming) {
                    listener.packet(packet);
                }
            }

            @Override
            public void disconnected(String reason) {
                listener.disconnected(reason);
            }
        };
    }

    @Override
    public void start() {
        streaming = true;
        link.subscribe(data, data);
    }

    @Override
    public void stop() {
        streaming = false;
    }

    @Override
    public void tare() {
        throw new SensorException(Fault.UNSUPPORTED, "This sensor cannot be zeroed by command.");
    }

    @Override
    public void close() {
        streaming = false;
        link.close();
    }
}
