package org.plinth.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plinth.driver.cts.CtsCommandVectors;
import org.plinth.driver.dump.PacketDump;
import org.plinth.driver.dump.PacketDump.Way;
import org.plinth.driver.link.Broadcast;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.ReplayLink;
import org.plinth.driver.notify.NotifyProfile;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.PacketVectors;
import org.plinth.driver.testkit.PacketVectors.Vector;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.vald.DynaMoCommandVectors;

/**
 * All packets of {@code packet_vectors.json}, each through the driver of its sensor or, where there is none, through the
 * dump driver; every value is the one that the file states.
 */
class PacketVectorsTest {

    private static final int VECTORS = 42;
    private static final int THROUGH_THE_DUMP_DRIVER = 3;
    private static final double NEWTONS_PER_KGF = 9.80665;

    /** Where the packets of a device come from, with the driver's id. */
    private record Source(String driver, UUID characteristic) {}

    private static final Map<String, Source> SOURCES = Map.ofEntries(
            Map.entry("Tindeq Progressor", new Source("tindeq-progressor", ProgressorCodec.DATA)),
            Map.entry("PitchSix Force Board", source("pitchsix-force-board", "9a88d682-8df2-4afe-9e0d-c2bbbe773dd0")),
            Map.entry("Climbro", source("climbro", "49535343-1e4d-4bd9-ba61-23c647249616")),
            Map.entry("Entralpi", new Source("entralpi", NotifyProfile.shortId(0xFFF4))),
            Map.entry("CTS500", new Source("cts500", NotifyProfile.shortId(0xFFE1))),
            Map.entry(
                    "Griptonite Motherboard", source("griptonite-motherboard", "6e400003-b5a3-f393-e0a9-e50e24dcca9e")),
            Map.entry("Frez Dyno", source("frez-dyno", "da8a6c42-154b-4b9a-9b00-2f84dfcebfe9")),
            Map.entry("Weiheng WH-C06", new Source("wh-c06", Broadcast.manufacturer(0x0100))),
            Map.entry("LineScale 3", new Source("linescale-3", NotifyProfile.shortId(0x1002))),
            Map.entry("Rock Exotica Enforcer", source("rock-exotica-enforcer", "e7add780-b042-4876-aae1-112855353cc1")),
            Map.entry("Squegg", new Source("squegg", NotifyProfile.shortId(0xFFB2))),
            Map.entry("VALD DynaMo", source("vald-dynamo", "569a2000-b87f-490c-92cb-11ed6a12fc81")),
            Map.entry("Muscle Meter V2", new Source("muscle-meter-v2", NotifyProfile.shortId(0xFFE1))),
            Map.entry("TeraForce", source("teraforce", "fc52fca2-55f8-4501-afd1-f32e33e8668d")),
            Map.entry("Vernier Go Direct", source("vernier-gdx-hd", "b41e6675-a329-40e0-aa01-44d2f444babe")),
            Map.entry("BT SIG Weight Scale", new Source("sig-weight-scale", NotifyProfile.shortId(0x2A9D))));

    private static Source source(String driver, String characteristic) {
        return new Source(driver, UUID.fromString(characteristic));
    }

    @Test
    void there_are_forty_two_and_three_of_them_have_no_driver() {
        assertThat(PacketVectors.all()).hasSize(VECTORS);
        assertThat(PacketVectors.all().stream()
                        .filter(PacketVectorsTest::isUnknown)
                        .count())
                .isEqualTo(THROUGH_THE_DUMP_DRIVER);
        assertThat(every_packet_decodes_to_its_stated_values()).hasSize(VECTORS);
    }

    @TestFactory
    List<DynamicTest> every_packet_decodes_to_its_stated_values() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Vector vector : PacketVectors.all()) {
            tests.add(DynamicTest.dynamicTest(vector.toString(), () -> check(vector)));
        }
        return tests;
    }

    private static boolean isUnknown(Vector vector) {
        return List.of("SmartBoard Pro", "PB-700BT", "Xiaomi Mi Scale v1").contains(vector.device());
    }

    private static void check(Vector vector) throws InterruptedException {
        if (isUnknown(vector)) {
            checkDump(vector);
        } else if (vector.characteristic().contains(" write")) {
            checkWrite(vector);
        } else if (vector.decoded().contains("mV") || vector.decoded().contains("ID ")) {
            checkProgressorReply(vector);
        } else if (vector.decoded().contains(" V")) {
            checkCtsBattery(vector);
        } else {
            checkSamples(vector);
        }
    }

    private static void checkSamples(Vector vector) {
        Remembered sink = decoded(vector);
        boolean isCut = vector.device().equals("Muscle Meter V2");
        assertThat(sink.malformed).as("two of twenty triplets").hasSize(isCut ? 1 : 0);
        List<Double> expected = expected(vector);
        assertThat(sink.samples).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(sink.values().get(i)).isCloseTo(expected.get(i), within(2e-6));
        }
        checkTimes(vector, sink);
        if (vector.device().equals("Climbro")) {
            assertThat(sink.lowBattery).as("a battery at 0 %").isEqualTo(1);
        }
    }

    /** The stated values, in the unit of the driver. */
    private static List<Double> expected(Vector vector) {
        return switch (vector.decoded()) {
            case "10.0 kg @1000us; 12.5 kg @500000us" -> List.of(10.0, 12.5);
            case "25.5 kg @1000000us" -> List.of(25.5);
            case "0.0@0; 45.25@12500us; 82.10@25000us" -> List.of(0.0, 45.25, (double) 82.10f);
            case "15 samples -0.1174780 kg @994252us ... -0.1292869 kg @1156546us" -> captured(vector);
            case "1000 lb; 1200 lb" -> List.of(1000.0, 1200.0);
            case "battery 0 %; 10 kg, 36 kg, 20 kg" -> List.of(10.0, 36.0, 20.0);
            case "12.3 kg" -> List.of(12.3);
            case "12.34 kg", "bytes[10..11]=04d2 -> 12.34 kg; byte14=01 unstable/kg" -> List.of(12.34);
            case "sample 1, battRaw 300, raw L=10 C=-20 R=-30 -> with cal 1:1 L10 C20 R30 total 60" -> List.of(60.0);
            case "9 x (raw ADC i32, elapsed ms u32); weight = a*(raw-tareAdc)" ->
                List.of(-1000.0, -400.0, -300.0, -200.0, -100.0, 0.0, 100.0, 200.0, 300.0);
            case "raw 575 -> 0.32 kN (provisional)" -> List.of(575.0);
            case "battery 90 %, idle, 14.25 kg, count 1084" -> List.of(14.25);
            case "delta -5 counts = -0.5 N" -> List.of(-0.5);
            case "10.0 kg tension; 20.0 kg compression (flag 0x11)" -> List.of(10.0, -20.0);
            case "int16 BE raw ADC 100, 1100; HW v2: (1100-100)*45/3800 = 11.84 kgf" -> List.of(100.0, 1100.0);
            case "sensor mask 0x0002, 1 value, 123.5 N; bytes 2,3,8 not read by the client" -> List.of(123.5);
            case "flags 00 (kg), 0x0fa0*0.005 = 20.00 kg", "20.00 kg, 2026-05-17 10:30:00" ->
                List.of(20 * NEWTONS_PER_KGF);
            default -> {
                assertThat(vector.device()).isEqualTo("LineScale 3");
                assertThat(vector.decoded()).contains(": 0.63 kN, relative zero");
                yield List.of(630.0);
            }
        };
    }

    /** First and last are stated; those between are held by the golden capture. */
    private static List<Double> captured(Vector vector) {
        List<Double> values = decoded(vector).values();
        assertThat(values).hasSize(15);
        assertThat(values.get(0)).isCloseTo(-0.1174780, within(5e-8));
        assertThat(values.get(14)).isCloseTo(-0.1292869, within(5e-8));
        return values;
    }

    private static void checkTimes(Vector vector, Remembered sink) {
        switch (vector.decoded()) {
            case "10.0 kg @1000us; 12.5 kg @500000us" ->
                assertThat(sink.micros()).containsExactly(1_000L, 500_000L);
            case "25.5 kg @1000000us" -> assertThat(sink.micros()).containsExactly(1_000_000L);
            case "0.0@0; 45.25@12500us; 82.10@25000us" ->
                assertThat(sink.micros()).containsExactly(0L, 12_500L, 25_000L);
            default -> {
                if (vector.decoded().startsWith("15 samples")) {
                    assertThat(sink.micros()).startsWith(994_252L).endsWith(1_156_546L);
                }
            }
        }
    }

    private static void checkWrite(Vector vector) {
        byte[] built =
                switch (vector.device()) {
                    case "CTS500" -> CtsCommandVectors.built(vector.decoded());
                    case "VALD DynaMo" -> DynaMoCommandVectors.built(vector.decoded());
                    default -> vector.bytes();
                };
        assertThat(built).isEqualTo(vector.bytes());
        if (vector.device().equals("Progressor/Hangman")) {
            assertThat(vector.decoded()).startsWith("known weight 120.0 kg");
            assertThat(ProgressorCodec.calibrationPoint(vector.bytes())).hasValue(120);
        }
    }

    private static void checkProgressorReply(Vector vector) {
        List<Capture.Event> answers = new ArrayList<>();
        boolean battery = vector.decoded().equals("3120 mV");
        answers.add(new Capture.Written(
                Optional.empty(), new byte[] {battery ? ProgressorCodec.BATTERY : ProgressorCodec.DEVICE_ID}));
        answers.add(new Capture.Notified(0, ProgressorCodec.DATA, vector.bytes()));
        if (!battery) {
            answers.add(new Capture.Written(Optional.empty(), new byte[] {ProgressorCodec.FIRMWARE}));
            answers.add(
                    new Capture.Notified(1, ProgressorCodec.DATA, HexFormat.of().parseHex("0005312e322e33")));
        }
        try (SensorConnection connection = open("tindeq-progressor", answers)) {
            if (battery) {
                assertThat(connection.battery()).hasValue(BatteryReading.ofMillivolts(3120));
            } else {
                assertThat(vector.decoded()).isEqualTo("ID \"030201\"");
                assertThat(connection.identity().serial()).hasValue("030201");
            }
        }
    }

    private static void checkCtsBattery(Vector vector) {
        assertThat(vector.decoded()).isEqualTo("3.55 V");
        List<Capture.Event> answers = List.of(
                new Capture.Written(Optional.empty(), CtsCommandVectors.built("get battery")),
                new Capture.Notified(0, NotifyProfile.shortId(0xFFE1), vector.bytes()));
        try (SensorConnection connection = open("cts500", answers)) {
            assertThat(connection.battery()).hasValue(BatteryReading.ofMillivolts(3550));
        }
    }

    /** Through the dump driver's own connection: what it hears is what was sent, and one plain reading is the stated one. */
    private static void checkDump(Vector vector) throws InterruptedException {
        Heard heard = new Heard();
        UUID somewhere = NotifyProfile.shortId(0xABCD);
        List<Capture.Event> sent = List.of(new Capture.Notified(0, somewhere, vector.bytes()));
        try (SensorConnection connection = driver("dump").open(link(sent), heard)) {
            connection.start();
            PacketDump dump = PacketDump.of(heard.next().bytes());
            assertThat(dump.hex()).isEqualTo(HexFormat.of().formatHex(vector.bytes()));
            switch (vector.decoded()) {
                case "100; 150 (unit unknown)" ->
                    assertThat(dump.array(Way.I16_LE, 0)).containsExactly(100.0, 150.0);
                case "10000 rpm (not force)" -> {
                    double period = dump.array(Way.U32_BE, 0).get(0);
                    assertThat(60 * 666_666 / period).isCloseTo(10_000, within(0.1));
                }
                default -> {
                    assertThat(vector.decoded()).startsWith("0x4416/200 = 87.15 kg");
                    assertThat(dump.array(Way.U16_LE, 1).get(0) / 200).isEqualTo(87.15);
                }
            }
        }
    }

    private static Remembered decoded(Vector vector) {
        Source source = Optional.ofNullable(SOURCES.get(vector.device())).orElseThrow();
        Remembered sink = new Remembered();
        driver(source.driver())
                .newDecoder()
                .decode(new Packet(source.characteristic(), vector.bytes(), 1_000_000, 1_000), sink);
        return sink;
    }

    private static SensorDriver driver(String id) {
        return SensorDrivers.load().find(id).orElseThrow();
    }

    private static SensorConnection open(String id, List<Capture.Event> exchange) {
        return driver(id).open(link(exchange), new Heard());
    }

    private static ReplayLink link(List<Capture.Event> exchange) {
        return new ReplayLink(new Capture(Map.of(), exchange), Clock.systemUTC());
    }
}
