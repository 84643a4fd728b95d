package org.plinth.web.sensors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.Timing;
import org.plinth.driver.dump.PacketDump;
import org.plinth.driver.link.Packet;

/**
 * Samples as lines: JSON for programs, columns for people. Force is in newtons by the maker's calibration; a sensor that
 * gives counts has no force here, and each line says {@code counts} instead. One thread.
 */
final class StreamLines implements DecodedSink {

    private static final double MICROS_PER_SECOND = 1e6;

    private final PrintWriter out;
    private final boolean json;
    private final Optional<ForceUnit> unit;
    private final String tail;

    StreamLines(PrintWriter out, boolean json, SampleUnit unit, String sensorId) {
        this.out = out;
        this.json = json;
        this.unit = unit.force();
        String quoted = JsonNodeFactory.instance.textNode(sensorId).toString();
        this.tail = ",\"sensor\":" + quoted + "}";
    }

    @Override
    public void sample(long deviceMicros, double value) {
        double shown = unit.map(one -> one.newtonsPerUnit() * value).orElse(value);
        if (json) {
            out.println(
                    "{\"t_us\":" + deviceMicros + (unit.isPresent() ? ",\"force_N\":" : ",\"counts\":") + shown + tail);
        } else {
            out.println(String.format(
                    Locale.ROOT,
                    unit.isPresent() ? "%12.6f s %10.2f N" : "%12.6f s %10.0f counts",
                    deviceMicros / MICROS_PER_SECOND,
                    shown));
        }
    }

    /** A packet of a sensor that no driver knows, this long after the beginning. */
    void packet(Packet packet, long micros) {
        PacketDump dump = PacketDump.of(packet.bytes());
        if (json) {
            out.println("{\"t_us\":" + micros + ",\"characteristic\":\"" + packet.characteristic() + "\",\"bytes\":\""
                    + dump.hex() + "\"" + tail);
        } else {
            out.println(String.format(
                    Locale.ROOT, "%12.6f s %s  %s", micros / MICROS_PER_SECOND, packet.characteristic(), dump.text()));
        }
    }

    /** The last line. */
    String summary(SampleDecoder decoder, boolean seen, int disconnects, long overflow) {
        Ledger ledger = decoder.ledger();
        Timing timing = decoder.timing();
        ObjectNode summary = JsonNodeFactory.instance.objectNode().put("received", ledger.received());
        ObjectNode withheld = JsonNodeFactory.instance.objectNode();
        ledger.lost().ifPresentOrElse(lost -> summary.put("lost", lost), () -> withheld.put("lost", "NO_DEVICE_CLOCK"));
        summary.put("duplicated", ledger.duplicated())
                .put("malformed", ledger.malformed())
                .put("disconnects", disconnects)
                .put("late", ledger.late())
                .put("missing", ledger.missing())
                .put("packets", ledger.packets())
                .put("boundaryGaps", ledger.boundaryGaps())
                .put("longestSilence_us", ledger.longestSilenceMicros());
        if (overflow > 0) {
            summary.put("overflow", overflow);
        }
        timing.rateHz().ifPresent(rate -> summary.put("rate_Hz", rate));
        timing.driftPpm().ifPresent(drift -> summary.put("drift_ppm", drift));
        timing.driftErrorPpm().ifPresent(error -> summary.put("driftError_ppm", error));
        timing.uncertaintyMicros().ifPresent(micros -> summary.put("timeUncertainty_us", micros));
        decoder.zeroShift().ifPresent(shift -> summary.put("zeroShift", shift));
        if (!seen) {
            summary.put("notSeenOnHardware", true);
        }
        if (unit.isEmpty()) {
            withheld.put("force_N", "NOT_CALIBRATED");
        }
        if (!withheld.isEmpty()) {
            summary.set("withheld", withheld);
        }
        return JsonNodeFactory.instance.objectNode().set("summary", summary).toString();
    }
}
