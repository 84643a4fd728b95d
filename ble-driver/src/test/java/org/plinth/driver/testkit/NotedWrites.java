package org.plinth.driver.testkit;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;

/** A link that notes what is written through it. */
public final class NotedWrites implements BleLink {

    private final BleLink link;
    private final List<byte[]> written = new CopyOnWriteArrayList<>();
    private final Set<UUID> services = new CopyOnWriteArraySet<>();

    public NotedWrites(BleLink link) {
        this.link = link;
    }

    /** Services that were spoken to. */
    public Set<UUID> services() {
        return services;
    }

    public List<byte[]> written() {
        return written;
    }

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
        services.add(service);
        link.subscribe(service, characteristic);
    }

    @Override
    public void write(UUID service, UUID characteristic, byte[] value) {
        services.add(service);
        written.add(value.clone());
        link.write(service, characteristic, value);
    }

    @Override
    public byte[] read(UUID service, UUID characteristic) {
        services.add(service);
        return link.read(service, characteristic);
    }

    @Override
    public List<Endpoint> notifying() {
        return link.notifying();
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
