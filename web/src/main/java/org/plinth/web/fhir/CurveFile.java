package org.plinth.web.fhir;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plinth.core.signal.ForceTrace;

/**
 * The exact samples of a recording as NDJSON: a line about the file, then a line for each stretch of the sensor's clock with its times
 * [µs] and forces [N]. Every number reads back as the same double.
 */
final class CurveFile {

    /** What it is. */
    static final String CONTENT_TYPE = "application/x-ndjson";

    private CurveFile() {}

    static byte[] of(List<ForceTrace> segments) {
        StringBuilder out = new StringBuilder(1 << 16);
        out.append("{\"format\":1,\"segments\":").append(segments.size()).append("}\n");
        for (int i = 0; i < segments.size(); i++) {
            segment(i + 1, segments.get(i), out);
        }
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void segment(int number, ForceTrace trace, StringBuilder out) {
        out.append("{\"segment\":").append(number).append(",\"samples\":").append(trace.size());
        out.append(",\"t_us\":[");
        for (int i = 0; i < trace.size(); i++) {
            out.append(i == 0 ? "" : ",").append(trace.micros(i));
        }
        out.append("],\"force_N\":[");
        for (int i = 0; i < trace.size(); i++) {
            out.append(i == 0 ? "" : ",").append(trace.newtons(i));
        }
        out.append("]}\n");
    }
}
