package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.RawHttp;

/** Frames of a WebSocket that no browser makes, on each of the sockets; and shakes of hands that are none. */
@Tag("slow")
class SocketBadFramesTest {

    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int LAST = 0x80;
    private static final byte[] BRIDGE_OPEN = ("{\"type\":\"open\",\"bridge\":\"" + "0123456789abcdef".repeat(2)
                    + "\",\"slot\":0,\"device\":\"x\"}")
            .getBytes(StandardCharsets.UTF_8);

    private static ClinicServer server;
    private static Browser clinician;
    private static int port;
    private static List<String[]> sockets;

    @BeforeAll
    static void start() {
        server = ClinicServer.empty();
        ClinicServer.Sample clinic = server.addClinic("a");
        String sensor = server.addCalibratedSensor(clinic, "SAMPLE-1").id().toString();
        clinician = server.as(Role.CLINICIAN, "a");
        port = URI.create(server.root()).getPort();
        sockets = List.of(
                new String[] {"/live/" + clinic.visit().id(), "plinth.live.1"},
                new String[] {"/bench/" + sensor, "plinth.bench.1"},
                new String[] {"/bridge", "plinth.bridge.1"});
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String shake(String[] socket, String... more) {
        return "GET " + socket[0] + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: " + socket[1]
                + "\r\nCookie: plinth=" + clinician.cookie().orElseThrow() + "\r\n" + String.join("\r\n", more)
                + (more.length > 0 ? "\r\n\r\n" : "\r\n");
    }

    private static String ours() {
        return "Origin: http://127.0.0.1:" + port;
    }

    /** A frame as a client sends it, under a mask of zeros. */
    private static byte[] frame(int head, long length, byte[] payload) {
        ByteBuffer out = ByteBuffer.allocate(14 + payload.length).put((byte) head);
        if (length >= 0 && length < 126) {
            out.put((byte) (0x80 | length));
        } else if (length >= 0 && length < 65_536) {
            out.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            out.put((byte) (0x80 | 127)).putLong(length);
        }
        out.putInt(0).put(payload);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] frame(int head, byte[] payload) {
        return frame(head, payload.length, payload);
    }

    /** Sends it on an open socket; the server must close that, and go on serving. */
    private static void mustClose(String[] socket, String what, byte[]... frames) throws IOException {
        try (RawHttp raw = RawHttp.to(port)) {
            String answer = raw.send(shake(socket, ours())).head();
            assertThat(answer).as(socket[0]).startsWith("HTTP/1.1 101");
            try {
                for (byte[] each : frames) {
                    raw.send(each);
                }
            } catch (IOException closedAlready) {
                // So much the better.
                assertThat(closedAlready).isNotNull();
            }
            assertThat(raw.isEndedBySocketClose()).as(socket[0] + ": " + what).isTrue();
        }
        assertThat(server.browser().get("/health").status()).as(what).isEqualTo(200);
    }

    @Test
    void frames_against_the_standard_end_the_socket() throws IOException {
        byte[] little = {1, 2, 3};
        byte[] unmasked = {(byte) (LAST | TEXT), 2, 'h', 'i'};
        for (String[] socket : sockets) {
            mustClose(socket, "an opcode that is none", frame(LAST | 3, little));
            mustClose(socket, "a control opcode that is none", frame(LAST | 0xB, little));
            mustClose(socket, "reserved bits", frame(LAST | 0x70 | TEXT, little));
            mustClose(socket, "no mask", unmasked);
            mustClose(socket, "text that is no UTF-8", frame(LAST | TEXT, new byte[] {(byte) 0xC3, 0x28}));
            mustClose(socket, "a continuation of nothing", frame(LAST, little));
            mustClose(socket, "a ping in parts", frame(PING, little));
            mustClose(socket, "a ping too long", frame(LAST | PING, new byte[126]));
            mustClose(socket, "a close code that is none", frame(LAST | CLOSE, new byte[] {0, 1}));
            mustClose(socket, "another message in the middle of one", frame(TEXT, little), frame(LAST | TEXT, little));
        }
    }

    @Test
    void a_frame_that_says_it_is_huge_is_refused_by_its_head() throws IOException {
        for (String[] socket : sockets) {
            mustClose(socket, "2^62 bytes", frame(LAST | BINARY, 1L << 62, new byte[0]));
            mustClose(socket, "negative", frame(LAST | BINARY, Long.MIN_VALUE | 5L, new byte[0]));
            mustClose(socket, "a megabyte", frame(LAST | TEXT, 1 << 20, new byte[0]));
        }
    }

    @Test
    void fragments_that_never_end_are_cut_off_at_the_limit() throws IOException {
        byte[] part = new byte[32_000];
        Arrays.fill(part, (byte) 'a');
        for (String[] socket : sockets) {
            byte[][] parts = new byte[20][];
            Arrays.fill(parts, frame(0, part));
            parts[0] = frame(TEXT, part);
            mustClose(socket, "fragments", parts);
        }
    }

    @Test
    void what_the_protocol_does_not_know_ends_the_socket() throws IOException {
        String[] live = sockets.get(0);
        String[] bench = sockets.get(1);
        String[] bridge = sockets.get(2);
        byte[] hello = "{}".getBytes(StandardCharsets.UTF_8);
        mustClose(live, "words where none are expected", frame(LAST | TEXT, hello));
        mustClose(live, "bytes where none are expected", frame(LAST | BINARY, hello));
        mustClose(bench, "words where none are expected", frame(LAST | TEXT, hello));
        mustClose(bridge, "no JSON", frame(LAST | TEXT, "{".getBytes(StandardCharsets.UTF_8)));
        mustClose(bridge, "deep JSON", frame(LAST | TEXT, "[".repeat(30_000).getBytes(StandardCharsets.UTF_8)));
        mustClose(bridge, "a packet before an open", frame(LAST | BINARY, packet((byte) 1)));
        mustClose(bridge, "binary where text belongs", frame(LAST | BINARY, BRIDGE_OPEN));
        mustClose(
                bridge,
                "a packet of another version",
                frame(LAST | TEXT, BRIDGE_OPEN),
                frame(LAST | BINARY, packet((byte) 9)));
        mustClose(
                bridge, "a packet too short", frame(LAST | TEXT, BRIDGE_OPEN), frame(LAST | BINARY, new byte[] {1, 0}));
    }

    private static byte[] packet(byte version) {
        byte[] packet = new byte[40];
        packet[0] = version;
        return packet;
    }

    @Test
    void a_page_that_is_not_ours_gets_no_socket() throws IOException {
        for (String[] socket : sockets) {
            for (String[] origin : new String[][] {
                {},
                {"Origin: http://evil.example"},
                {"Origin: null"},
                {"Origin: http://127.0.0.1:" + port + ".evil.example"},
                {"Origin: http://127.0.0.1:" + port + "@evil.example"},
                {"Origin: https://127.0.0.1:" + port},
                {"Origin: http://127.0.0.1:1"},
                {"Origin: http://evil.example", ours()}
            }) {
                try (RawHttp raw = RawHttp.to(port)) {
                    String answer = raw.send(shake(socket, origin)).head();
                    assertThat(answer).as(String.join(" | ", origin)).startsWith("HTTP/1.1 403");
                }
            }
        }
    }

    @Test
    void a_shake_of_hands_that_is_none_is_refused_and_a_packed_stream_is_not_agreed_to() throws IOException {
        String[] live = sockets.get(0);
        String good = shake(live, ours());
        for (String broken : List.of(
                good.replace("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 8"),
                good.replace("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", ""),
                good.replace("plinth.live.1", "chat"),
                good.replace("Upgrade: websocket", "Upgrade: h2c"),
                good.replace("GET ", "POST "))) {
            try (RawHttp raw = RawHttp.to(port)) {
                assertThat(raw.send(broken).head()).as(broken).containsPattern("^HTTP/1.1 4\\d\\d");
            }
        }
        try (RawHttp raw = RawHttp.to(port)) {
            String answer = raw.send(shake(live, ours(), "Sec-WebSocket-Extensions: permessage-deflate"))
                    .head();
            assertThat(answer).startsWith("HTTP/1.1 101");
            assertThat(RawHttp.header(answer, "Sec-WebSocket-Extensions")).isEmpty();
        }
        assertThat(Optional.of(server.browser().get("/health").status())).hasValue(200);
    }
}
