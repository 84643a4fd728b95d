package org.plinth.web.sensors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.IntervalModel;
import org.plinth.core.signal.TraceQuality;

/**
 * Where a stream has gaps (decision M10), by the rule that recordings keep to. Holds the times of the stream up to a
 * limit; beyond it gaps are said to be not looked for, never none. One thread.
 */
final class StreamGaps {

    private static final int MOST_SAMPLES = 2_000_000;
    private static final int MOST_GAPS = 1_000;

    private final IntervalModel intervals;
    private final List<ForceTrace> finished = new ArrayList<>();
    private ForceTrace.Builder current;
    private int held;
    private int heldHere;

    StreamGaps(IntervalModel intervals) {
        this.intervals = intervals;
        this.current = ForceTrace.builder().intervals(intervals);
    }

    void packetStart() {
        current.startPacket();
    }

    void missing() {
        current.blank();
    }

    void sample(long deviceMicros) {
        if (held < MOST_SAMPLES) {
            current.sample(deviceMicros, 0);
            heldHere++;
        }
        held++;
    }

    void segmentStart() {
        if (heldHere > 0) {
            finished.add(current.build());
            current = ForceTrace.builder().intervals(intervals);
            heldHere = 0;
        }
    }

    /** Adds {@code gaps}: segment, place and length of each in device time; or under {@code withheld} why there are none. */
    void writeTo(ObjectNode summary, ObjectNode withheld) {
        if (held > MOST_SAMPLES) {
            withheld.put("gaps", "TOO_LONG");
            return;
        }
        ArrayNode gaps = summary.putArray("gaps");
        List<ForceTrace> segments = new ArrayList<>(finished);
        if (heldHere > 0) {
            segments.add(current.build());
        }
        for (int segment = 0; segment < segments.size(); segment++) {
            int number = segment;
            segments.get(segment).quality().map(TraceQuality::gaps).orElse(List.of()).stream()
                    .limit(MOST_GAPS - (long) gaps.size())
                    .forEach(gap -> gaps.addObject()
                            .put("segment", number)
                            .put("after_us", gap.afterMicros())
                            .put("length_us", gap.durationMicros()));
        }
    }
}
