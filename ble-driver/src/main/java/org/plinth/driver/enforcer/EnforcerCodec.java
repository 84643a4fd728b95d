package org.plinth.driver.enforcer;

import org.plinth.driver.notify.DecimalText;
import org.plinth.driver.notify.FrameBuffer;
import org.plinth.driver.notify.FrameCodec;

/**
 * Lines of the Rock Exotica Enforcer: {@code l 575 CR}, a count. Others are answers and pass. One thread.
 *
 * <p>What a count is in force is known only by a provisional line that others drew through one sensor, so it stays a
 * count here. Source: github.com/cloudkoala/LineScale-3-Logger; read 2026. Not seen on hardware.
 */
final class EnforcerCodec implements FrameCodec {

    private static final int END = '\r';
    private static final int NUMBER_AT = 2;

    private final FrameBuffer waiting = new FrameBuffer();

    @Override
    public void decode(byte[] bytes, Sink sink) {
        if (!waiting.add(bytes)) {
            sink.malformed("no line ends", 0);
        }
        int at = 0;
        for (int end = waiting.indexOf(END, at); end >= 0; end = waiting.indexOf(END, at)) {
            line(waiting.bytes(), at, end, sink);
            at = end + 1;
        }
        waiting.drop(at);
    }

    @Override
    public void newSegment() {
        waiting.clear();
    }

    private static void line(byte[] bytes, int from, int to, Sink sink) {
        int start = from < to && bytes[from] == '\n' ? from + 1 : from;
        if (to - start <= NUMBER_AT || bytes[start] != 'l' || bytes[start + 1] != ' ') {
            return;
        }
        double counts = DecimalText.parse(bytes, start + NUMBER_AT, to);
        if (Double.isNaN(counts)) {
            sink.malformed("the load is no number", start + NUMBER_AT);
        } else {
            sink.value(counts);
        }
    }
}
