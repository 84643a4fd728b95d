package org.plinth.driver.virtual;

import java.util.List;
import org.plinth.driver.testkit.CodecOf;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.tindeq.ProgressorFrames;

/** The virtual dynamometer's packets are the Progressor's; its own driver is fuzzed all the same. */
class VirtualCodecContractTest extends CodecOf {

    VirtualCodecContractTest() {
        super(
                () -> new VirtualDriver().newDecoder(),
                ProgressorCodec.DATA,
                List.of(
                        ProgressorFrames.weights(new float[] {1, 2}, new long[] {1_000, 2_000}, 2),
                        ProgressorFrames.lowPower()));
    }
}
