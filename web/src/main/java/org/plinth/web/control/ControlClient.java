package org.plinth.web.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks the server that holds a data folder to run a command, and passes on what it says. */
public final class ControlClient {

    private ControlClient() {}

    /**
     * Asks and waits until the command has ended.
     *
     * @param data the data folder
     * @param words the command's name and its arguments
     * @return its exit code; empty if nobody listens there
     * @throws IOException if the server went away before it was done
     */
    public static OptionalInt ask(Path data, List<String> words, PrintWriter out, PrintWriter err) throws IOException {
        Optional<Path> socket = ControlAddress.of(data).socket();
        if (socket.isEmpty() || Files.notExists(socket.get())) {
            return OptionalInt.empty();
        }
        SocketChannel channel;
        try {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket.get()));
        } catch (SocketException e) {
            return OptionalInt.empty();
        }
        try (channel) {
            ByteBuffer request = ByteBuffer.wrap(ControlMessages.request(words).getBytes(StandardCharsets.UTF_8));
            while (request.hasRemaining()) {
                channel.write(request);
            }
            return OptionalInt.of(listen(channel, out, err));
        }
    }

    private static int listen(SocketChannel channel, PrintWriter out, PrintWriter err) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode message = ControlMessages.parse(line);
            if (message.has(ControlMessages.EXIT)) {
                return message.get(ControlMessages.EXIT).asInt();
            }
            if (message.has(ControlMessages.OUT)) {
                out.println(message.get(ControlMessages.OUT).asText());
            }
            if (message.has(ControlMessages.ERR)) {
                err.println(message.get(ControlMessages.ERR).asText());
                err.flush();
            }
        }
        throw new IOException("the server closed the connection");
    }
}
