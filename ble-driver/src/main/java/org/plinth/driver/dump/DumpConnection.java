package org.plinth.driver.dump;

import org.plinth.driver.Fault;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;

/** Hears whatever a peripheral notifies and writes nothing to it. */
final class DumpConnection implements SensorConnection {

    private final BleLink link;
    private volatile boolean streaming;

    private DumpConnection(BleLink link) {
        this.link = link;
    }

    static DumpConnection open(BleLink link, LinkListener listener) {
        DumpConnection connection = new DumpConnection(link);
        try {
            link.connect(new LinkListener() {
                @Override
                public void packet(Packet packet) {
                    if (connection.streaming) {
                        listener.packet(packet);
                    }
                }

                @Override
                public void disconnected(String reason) {
                    listener.disconnected(reason);
                }
            });
        } catch (SensorException failed) {
            link.close();
            throw failed;
        }
        return connection;
    }

    @Override
    public void start() {
        if (link.notifying().isEmpty()) {
            throw new SensorException(
                    Fault.UNSUPPORTED, "It cannot be told over " + link.transport() + " what this sensor notifies.");
        }
        streaming = true;
        for (BleLink.Endpoint one : link.notifying()) {
            link.subscribe(one.service(), one.characteristic());
        }
    }

    @Override
    public void stop() {
        streaming = false;
    }

    @Override
    public void tare() {
        throw new SensorException(Fault.UNSUPPORTED, "An unknown sensor cannot be zeroed by command.");
    }

    @Override
    public void close() {
        streaming = false;
        link.close();
    }
}
