package org.plinth.driver.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.Broadcast;
import org.plinth.driver.link.Packet;
import org.plinth.driver.notify.NotifyProfile;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.tindeq.ProgressorFrames;

/** Streams to decode; those without a clock repeat one published packet. The same bytes are in {@code src/bench/js}. */
final class Streams {

    private static final int PACKETS = 1_000;
    private static final double PERIOD_MICROS = 11_592;

    private Streams() {}

    static SensorDriver driver(String sensor) {
        String id = sensor.equals("progressor-clone") ? "tindeq-progressor" : sensor;
        return SensorDrivers.load().find(id).orElseThrow();
    }

    static Packet[] packets(String sensor) {
        Packet[] packets = new Packet[PACKETS];
        for (int n = 0; n < PACKETS; n++) {
            packets[n] = new Packet(characteristic(sensor), bytes(sensor, n), n * 100_000_000L, n * 100_000L);
        }
        return packets;
    }

    private static byte[] bytes(String sensor, int n) {
        return switch (sensor) {
            case "tindeq-progressor" -> progressor(n, 15, 1);
            case "progressor-clone" -> progressor(n, 1, 0);
            case "frez-dyno" -> frez(n);
            case "griptonite-motherboard" ->
                String.format("%02X%02X2C010A0000ECFFFFE2FFFF000000\n", n & 0xFF, n >> 8)
                        .getBytes(StandardCharsets.US_ASCII);
            default -> HexFormat.of().parseHex(hex(sensor));
        };
    }

    private static String hex(String sensor) {
        return switch (sensor) {
            case "pitchsix-force-board" -> "00020003e80004b0";
            case "wh-c06" -> "0203112ac0191123e10104d201f401d4cb";
            case "cts500" -> "0501000004d2dc";
            case "linescale-3" -> "523030302e36335a2d33322e3834524e5331300d";
            case "vernier-gdx-hd" -> "203100000602000a00" + "0000f742".repeat(10);
            case "vald-dynamo" -> "04fb";
            case "muscle-meter-v2" -> "006401".repeat(20);
            case "climbro" -> "f5" + "0a14".repeat(5);
            case "entralpi" -> "04ce";
            case "squegg" -> "31383031342e3235300031303834";
            case "teraforce" -> "0064044c".repeat(5);
            case "rock-exotica-enforcer" -> "6c203537350d";
            case "sig-weight-scale" -> "00a00f";
            default -> throw new IllegalArgumentException(sensor);
        };
    }

    private static UUID characteristic(String sensor) {
        return switch (sensor) {
            case "tindeq-progressor", "progressor-clone" -> ProgressorCodec.DATA;
            case "pitchsix-force-board" -> UUID.fromString("9a88d682-8df2-4afe-9e0d-c2bbbe773dd0");
            case "wh-c06" -> Broadcast.manufacturer(0x0100);
            case "cts500", "muscle-meter-v2" -> NotifyProfile.shortId(0xFFE1);
            case "frez-dyno" -> UUID.fromString("da8a6c42-154b-4b9a-9b00-2f84dfcebfe9");
            case "linescale-3" -> NotifyProfile.shortId(0x1002);
            case "vernier-gdx-hd" -> UUID.fromString("b41e6675-a329-40e0-aa01-44d2f444babe");
            case "vald-dynamo" -> UUID.fromString("569a2000-b87f-490c-92cb-11ed6a12fc81");
            case "griptonite-motherboard" -> UUID.fromString("6e400003-b5a3-f393-e0a9-e50e24dcca9e");
            case "climbro" -> UUID.fromString("49535343-1e4d-4bd9-ba61-23c647249616");
            case "entralpi" -> NotifyProfile.shortId(0xFFF4);
            case "squegg" -> NotifyProfile.shortId(0xFFB2);
            case "teraforce" -> UUID.fromString("fc52fca2-55f8-4501-afd1-f32e33e8668d");
            case "rock-exotica-enforcer" -> UUID.fromString("e7add780-b042-4876-aae1-112855353cc1");
            case "sig-weight-scale" -> NotifyProfile.shortId(0x2A9D);
            default -> throw new IllegalArgumentException(sensor);
        };
    }

    private static byte[] progressor(int n, int samples, int skip) {
        float[] kgf = new float[samples];
        long[] stamps = new long[samples];
        for (int i = 0; i < samples; i++) {
            kgf[i] = 10 + i;
            stamps[i] = 53_400 + Math.round((n * (samples + skip) + i) * PERIOD_MICROS);
        }
        return ProgressorFrames.weights(kgf, stamps, samples);
    }

    private static byte[] frez(int n) {
        ByteBuffer to = ByteBuffer.allocate(74).order(ByteOrder.LITTLE_ENDIAN);
        to.put((byte) 1).put((byte) 0);
        for (int i = 0; i < 9; i++) {
            to.putInt(1000 + i).putInt(4 * (9 * n + i));
        }
        return to.array();
    }
}
