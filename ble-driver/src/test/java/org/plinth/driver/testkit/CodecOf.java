package org.plinth.driver.testkit;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.plinth.driver.CodecContract;
import org.plinth.driver.SampleDecoder;

/** The contract of a codec, for one whose good packets are a list. */
public abstract class CodecOf extends CodecContract {

    private final Supplier<SampleDecoder> decoder;
    private final UUID characteristic;
    private final List<byte[]> good;

    protected CodecOf(Supplier<SampleDecoder> decoder, UUID characteristic, List<byte[]> good) {
        this.decoder = decoder;
        this.characteristic = characteristic;
        this.good = good;
    }

    @Override
    protected SampleDecoder newDecoder() {
        return decoder.get();
    }

    @Override
    protected UUID characteristic() {
        return characteristic;
    }

    @Override
    protected List<byte[]> goodPackets() {
        return good;
    }
}
