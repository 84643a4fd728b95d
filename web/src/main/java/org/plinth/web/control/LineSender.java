package org.plinth.web.control;

import java.io.IOException;
import java.io.Writer;

/** Sends each whole line to the client as one message of a channel. What stands without a line end is sent at the end. */
final class LineSender extends Writer {

    /** Takes one message. */
    @FunctionalInterface
    interface Target {
        void send(String message) throws IOException;
    }

    private final String channel;
    private final Target target;
    private final StringBuilder line = new StringBuilder();

    LineSender(String channel, Target target) {
        this.channel = channel;
        this.target = target;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            if (text[i] == '\n') {
                send();
            } else if (text[i] != '\r') {
                line.append(text[i]);
            }
        }
    }

    private void send() throws IOException {
        String whole = line.toString();
        line.setLength(0);
        target.send(ControlMessages.line(channel, whole));
    }

    @Override
    public void flush() {
        // A line is sent when it is whole.
    }

    @Override
    public void close() throws IOException {
        if (line.length() > 0) {
            send();
        }
    }
}
