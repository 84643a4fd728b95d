package org.plinth.driver.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a radio does to packets: loses, doubles, delays. One thread. */
final class Air {

    private final LinkModel model;
    private final Noise noise;
    private int sent;
    private Optional<byte[]> held = Optional.empty();

    Air(LinkModel model, Noise noise) {
        this.model = model;
        this.noise = noise;
    }

    /** What arrives when this packet is sent, in order. */
    List<byte[]> carry(byte[] packet) {
        int number = sent++;
        double lost = noise.uniform();
        double doubled = noise.uniform();
        double late = noise.uniform();
        if (lost < model.lostShare() || model.lostPackets().contains(number)) {
            return List.of();
        }
        if (held.isEmpty() && late < model.lateShare()) {
            held = Optional.of(packet);
            return List.of();
        }
        List<byte[]> arriving = new ArrayList<>(3);
        arriving.add(packet);
        held.ifPresent(arriving::add);
        held = Optional.empty();
        if (doubled < model.duplicatedShare()) {
            arriving.add(packet.clone());
        }
        return arriving;
    }
}
