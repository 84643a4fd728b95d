package org.plinth.driver.link.tinyb.child;

import java.util.List;
import java.util.UUID;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.tinyb.Frame;
import org.plinth.driver.link.tinyb.FrameFault;
import org.plinth.driver.link.tinyb.FrameType;
import org.plinth.driver.link.tinyb.PayloadReader;
import org.plinth.driver.link.tinyb.PayloadWriter;

/** Does what the parent asks and answers. Driver thread only. */
final class Requests {

    private final TinybRadio radio;
    private final Outbox outbox;

    Requests(TinybRadio radio, Outbox outbox) {
        this.radio = radio;
        this.outbox = outbox;
    }

    /** Whatever tinyb throws is an answer: the child goes on, and the parent decides. */
    void answer(Frame request) {
        PayloadWriter reply = new PayloadWriter().u32(request.seq());
        try {
            byte[] data = perform(request);
            outbox.tell(FrameType.REPLY, reply.u8(0).rest(data));
        } catch (SensorException known) {
            fail(reply, known.fault(), known.whatHappened(), "");
        } catch (FrameFault | RuntimeException failed) {
            String detail = String.valueOf(failed.getMessage());
            if (detail.contains("org.bluez.Error.NotReady")) {
                fail(reply, Fault.ADAPTER_OFF, "The Bluetooth adapter is off.", detail);
            } else {
                fail(reply, Fault.IO, "The link to the sensor failed.", detail);
            }
        }
    }

    private void fail(PayloadWriter reply, Fault fault, String words, String detail) {
        outbox.tell(FrameType.REPLY, reply.u8(1).text(fault.name()).text(words).text(detail));
    }

    private byte[] perform(Frame request) throws FrameFault {
        PayloadReader in = new PayloadReader(request.payload());
        FrameType type = FrameType.of(request.type())
                .orElseThrow(() -> new FrameFault("a request of the unknown kind " + request.type()));
        switch (type) {
            case SCAN -> {
                return seen(radio.scan(in.u32()));
            }
            case CONNECT -> {
                int link = in.u32();
                radio.connect(link, in.text(), in.u32());
                return endpoints(radio.notifying(link));
            }
            case READ -> {
                return radio.read(in.u32(), in.uuid(), in.uuid());
            }
            case SUBSCRIBE -> radio.subscribe(in.u32(), in.uuid(), in.uuid());
            case WRITE -> {
                int link = in.u32();
                UUID service = in.uuid();
                UUID characteristic = in.uuid();
                radio.write(link, service, characteristic, in.rest());
            }
            case DISCONNECT -> radio.release(in.u32());
            default -> throw new FrameFault("a parent does not send " + type);
        }
        return new byte[0];
    }

    private static byte[] endpoints(List<UUID[]> notifying) {
        PayloadWriter out = new PayloadWriter().u32(notifying.size());
        notifying.forEach(one -> out.uuid(one[0]).uuid(one[1]));
        return out.bytes();
    }

    private static byte[] seen(List<TinybRadio.Seen> devices) {
        PayloadWriter out = new PayloadWriter().u32(devices.size());
        for (TinybRadio.Seen one : devices) {
            out.text(one.address())
                    .u8(one.name().isPresent() ? 1 : 0)
                    .text(one.name().orElse(""));
            out.u32(one.services().size());
            one.services().forEach(out::uuid);
        }
        return out.bytes();
    }
}
