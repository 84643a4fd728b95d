package org.plinth.driver.tindeq;

import java.util.List;
import java.util.UUID;
import org.plinth.driver.CodecContract;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.testkit.PacketVectors;

class ProgressorCodecContractTest extends CodecContract {

    @Override
    protected SampleDecoder newDecoder() {
        return new ProgressorDecoder();
    }

    @Override
    protected UUID characteristic() {
        return ProgressorCodec.DATA;
    }

    @Override
    protected List<byte[]> goodPackets() {
        return GOOD;
    }

    private static final List<byte[]> GOOD = PacketVectors.of("Tindeq Progressor").stream()
            .map(PacketVectors.Vector::bytes)
            .toList();
}
