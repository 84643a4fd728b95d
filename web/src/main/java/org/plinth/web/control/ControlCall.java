package org.plinth.web.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One client at the socket. What it is sent after it hung up goes nowhere, and is remembered as gone. */
final class ControlCall implements AutoCloseable {

    private static final int LONGEST_REQUEST_BYTES = 64 * 1024;

    private final SocketChannel channel;
    private volatile boolean gone;

    ControlCall(SocketChannel channel) {
        this.channel = channel;
    }

    /** The first line; empty if it is not whole, or too long. */
    Optional<String> request() throws IOException {
        InputStream in = Channels.newInputStream(channel);
        byte[] line = new byte[LONGEST_REQUEST_BYTES];
        for (int length = 0; length < line.length; length++) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            if (next == '\n') {
                return Optional.of(new String(line, 0, length, StandardCharsets.UTF_8));
            }
            line[length] = (byte) next;
        }
        return Optional.empty();
    }

    /** A writer whose lines are messages of this channel. */
    PrintWriter writer(String name) {
        return new PrintWriter(new LineSender(name, this::send));
    }

    void send(String message) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            gone = true;
            throw e;
        }
    }

    /** Whether the client cannot be told anything any more. */
    boolean isGone() {
        return gone;
    }

    @Override
    public void close() throws IOException {
        gone = true;
        channel.close();
    }
}
