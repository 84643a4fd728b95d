package org.plinth.driver.vernier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.plinth.driver.BatteryReading;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorException;
import org.plinth.driver.SensorIdentity;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.CommandQueue;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.notify.Bytes;
import org.plinth.driver.notify.FrameBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands to one Go Direct sensor; every one of them is answered. Any thread. */
final class GoDirectConnection implements SensorConnection {

    static final UUID SERVICE = UUID.fromString("d91714ef-28b9-4f91-ba16-f0d9a604f112");
    static final UUID COMMAND = UUID.fromString("f4bf14a6-c7d5-4b6d-8aa8-df1a7c83adcb");
    static final UUID RESPONSE = UUID.fromString("b41e6675-a329-40e0-aa01-44d2f444babe");
    static final int PERIOD_MICROS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(GoDirectConnection.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int CHUNK_BYTES = 20;
    private static final int OPCODE_AT = 4;
    private static final int NUMBER_AT = 2;
    private static final int STATUS_BYTES = 12;
    private static final int FIRMWARE_AT = 2;
    private static final int BATTERY_AT = 10;
    private static final int FULL_PERCENT = 100;
    private static final int SERIAL_FROM = 16;
    private static final int SERIAL_TO = 32;

    private final BleLink link;
    private final CommandQueue queue;
    private final GoDirectCommands commands = new GoDirectCommands();
    private final FrameBuffer answers = new FrameBuffer();
    private volatile int askedOpcode;
    private volatile int askedNumber;
    private volatile boolean streaming;

    private GoDirectConnection(BleLink link, LinkListener listener) {
        this.link = link;
        this.queue = new CommandQueue(link, listener, this::answerIn);
    }

    static GoDirectConnection open(BleLink link, LinkListener listener) {
        GoDirectConnection connection = new GoDirectConnection(link, listener);
        try {
            connection.queue.connect();
            connection.queue.subscribe(SERVICE, RESPONSE);
            connection.queue.together(() -> connection.ask(connection.commands.init()));
        } catch (SensorException failed) {
            link.close();
            throw failed;
        }
        return connection;
    }

    @Override
    public void start() {
        queue.together(() -> {
            ask(commands.period(PERIOD_MICROS));
            ask(commands.start());
            streaming = true;
        });
    }

    @Override
    public void stop() {
        if (streaming) {
            queue.together(() -> ask(commands.stop()));
            streaming = false;
        }
    }

    @Override
    public void tare() {
        throw new SensorException(Fault.UNSUPPORTED, "This sensor cannot be zeroed by command.");
    }

    @Override
    public SensorIdentity identity() {
        byte[] info = question(GoDirectCommands.INFO);
        byte[] status = question(GoDirectCommands.STATUS);
        Optional<String> serial = info.length >= SERIAL_TO ? text(info, SERIAL_FROM, SERIAL_TO) : Optional.empty();
        Optional<String> order = info.length >= SERIAL_FROM ? text(info, 0, SERIAL_FROM) : Optional.empty();
        Optional<String> firmware = status.length >= STATUS_BYTES
                ? Optional.of(Bytes.u8(status, FIRMWARE_AT) + "." + Bytes.u8(status, FIRMWARE_AT + 1))
                : Optional.empty();
        return new SensorIdentity(serial, firmware, order);
    }

    @Override
    public Optional<BatteryReading> battery() {
        byte[] status = question(GoDirectCommands.STATUS);
        boolean told = status.length >= STATUS_BYTES && Bytes.u8(status, BATTERY_AT) <= FULL_PERCENT;
        return told ? Optional.of(BatteryReading.ofPercent(status[BATTERY_AT])) : Optional.empty();
    }

    @Override
    public void close() {
        try {
            stop();
            queue.together(() -> send(commands.disconnect()));
        } catch (SensorException gone) {
            LOG.debug("not stopped before the link was closed: {}", gone.fault());
        }
        streaming = false;
        link.close();
    }

    private byte[] question(int opcode) {
        if (streaming) {
            throw new SensorException(Fault.UNSUPPORTED, "The sensor answers questions only while its stream rests.");
        }
        byte[][] answer = new byte[1][];
        queue.together(() -> answer[0] = ask(commands.question(opcode)));
        return answer[0];
    }

    private byte[] ask(byte[] command) {
        askedOpcode = Bytes.u8(command, OPCODE_AT);
        askedNumber = Bytes.u8(command, NUMBER_AT);
        int last = sendAllButLast(command);
        return queue.ask(SERVICE, COMMAND, Arrays.copyOfRange(command, last, command.length), LIMIT);
    }

    private void send(byte[] command) {
        int last = sendAllButLast(command);
        queue.write(SERVICE, COMMAND, Arrays.copyOfRange(command, last, command.length));
    }

    /** The sensor takes at most 20 bytes at once; gives where the last piece begins. */
    private int sendAllButLast(byte[] command) {
        int at = 0;
        for (; command.length - at > CHUNK_BYTES; at += CHUNK_BYTES) {
            queue.write(SERVICE, COMMAND, Arrays.copyOfRange(command, at, at + CHUNK_BYTES));
        }
        return at;
    }

    /** On the link's thread alone. */
    private Optional<byte[]> answerIn(byte[] notification) {
        if (!answers.add(notification) || answers.count() < 2) {
            return Optional.empty();
        }
        Optional<byte[]> found = Optional.empty();
        int length = Bytes.u8(answers.bytes(), 1);
        while (length > 1 && length <= answers.count()) {
            byte[] frame = Arrays.copyOf(answers.bytes(), length);
            Optional<byte[]> answer = GoDirectCommands.answer(frame, askedOpcode, askedNumber);
            found = answer.isPresent() ? answer : found;
            answers.drop(length);
            length = answers.count() < 2 ? 0 : Bytes.u8(answers.bytes(), 1);
        }
        if (length == 1) {
            answers.clear();
        }
        return found;
    }

    private static Optional<String> text(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII)
                .replace("\0", "")
                .strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
