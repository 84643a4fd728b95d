package org.plinth.driver.pitchsix;

import org.plinth.driver.notify.FrameCodec;

/**
 * Notifications of the PitchSix Force Board. Pure.
 *
 * <pre>
 *   [n u16 BE] n · [force u24 BE, whole lbf]
 * </pre>
 *
 * <p>Tension only: a push makes the number run below zero and come out far above what the board can carry (about
 * 1100 lbf), so a number above {@link #GREATEST_LBF} is a missing sample. Source: maker's Force_Board_Public_API_1.0
 * as quoted in github.com/ForceBTEwithYou/DynamometerHolocron; github.com/Stevie-Ray/hangtime-grip-connect; read 2026.
 * Not seen on hardware.
 */
final class ForceBoardCodec implements FrameCodec {

    static final int GREATEST_LBF = 2000;

    private static final int HEADER_BYTES = 2;
    private static final int SAMPLE_BYTES = 3;

    @Override
    public void decode(byte[] bytes, Sink sink) {
        if (bytes.length < HEADER_BYTES) {
            sink.malformed("shorter than its 2-byte count", 0);
            return;
        }
        int declared = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        int complete = Math.min(declared, (bytes.length - HEADER_BYTES) / SAMPLE_BYTES);
        for (int i = 0; i < complete; i++) {
            int at = HEADER_BYTES + i * SAMPLE_BYTES;
            int pounds = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
            sink.value(pounds > GREATEST_LBF ? Double.NaN : pounds);
        }
        if (bytes.length != HEADER_BYTES + declared * SAMPLE_BYTES) {
            sink.malformed("count says " + declared + " samples, " + bytes.length + " bytes came", 0);
        }
    }
}
