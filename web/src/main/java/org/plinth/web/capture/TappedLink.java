package org.plinth.web.capture;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;

/** A link whose commands are told before they are sent, so that a journal or a capture has them. */
public final class TappedLink implements BleLink {

    private final BleLink link;
    private final Tap tap;

    /** Hears commands. */
    public interface Tap {

        /** These bytes are about to be written. */
        void writing(UUID characteristic, byte[] value);
    }

    /** Around that link. */
    public TappedLink(BleLink link, Tap tap) {
        this.link = link;
        this.tap = tap;
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
        link.subscribe(service, characteristic);
    }

    @Override
    public void write(UUID service, UUID characteristic, byte[] value) {
        tap.writing(characteristic, value);
        link.write(service, characteristic, value);
    }

    @Override
    public byte[] read(UUID service, UUID characteristic) {
        return link.read(service, characteristic);
    }

    @Override
    public List<Endpoint> notifying() {
        return link.notifying();
    }

    @Override
    public boolean keepsPackets() {
        return link.keepsPackets();
    }

    @Override
    public boolean isBehind() {
        return link.isBehind();
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
