package org.plinth.web.testkit;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection on which any bytes can be sent, for what no client would send. ISO 8859-1 throughout. */
public final class RawHttp implements Closeable {

    private static final int PATIENCE_MILLIS = 20_000;

    private static final int MOST_FRAMES = 100;
    private static final int CLOSE = 8;

    private final Socket socket;

    private RawHttp(Socket socket) {
        this.socket = socket;
    }

    public static RawHttp to(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawHttp(socket);
    }

    public RawHttp send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawHttp send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** The head of the next reply, blank line included; what there was if the server closed before it. */
    public String head() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** So many bytes, or fewer if it closed before. */
    public byte[] bytes(int count) throws IOException {
        return socket.getInputStream().readNBytes(count);
    }

    /** Everything up to the end of the connection; fails if the server keeps it open and silent. */
    public String untilClosed() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] block = new byte[8192];
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                all.write(block, 0, n);
            }
        } catch (SocketException reset) {
            // Ended all the same; what came before counts.
            return all.toString(StandardCharsets.ISO_8859_1);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads WebSocket frames until the server says close, or the connection ends; false if it goes on for too long. */
    public boolean isEndedBySocketClose() throws IOException {
        InputStream in = socket.getInputStream();
        try {
            for (int frames = 0; frames < MOST_FRAMES; frames++) {
                int head = in.read();
                if (head < 0 || (head & 0x0F) == CLOSE) {
                    return true;
                }
                long length = in.read();
                int more = length == 126 ? 2 : length == 127 ? 8 : 0;
                for (length = more > 0 ? 0 : length; more > 0; more--) {
                    length = (length << 8) | in.read();
                }
                in.skipNBytes(length);
            }
            return false;
        } catch (EOFException | SocketException ended) {
            return true;
        }
    }

    /** A header of a reply, or empty text. */
    public static String header(String reply, String name) {
        String head = reply.substring(0, Math.max(0, reply.indexOf("\r\n\r\n")));
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
