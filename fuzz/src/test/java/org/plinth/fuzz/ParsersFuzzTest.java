package org.plinth.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/**
 * Every target with its committed seeds and findings, under Jazzer's instrumentation and its detectors (path traversal,
 * commands, deserialisation, regular expressions that explode). With {@code JAZZER_FUZZ=1} Jazzer looks for new ones
 * (docs/howto/fuzz.md).
 */
@Tag("slow")
class ParsersFuzzTest {

    @FuzzTest
    void recordingFile(byte[] data) throws Exception {
        Target.RECORDING_FILE.take(data);
    }

    @FuzzTest
    void pointsFile(byte[] data) throws Exception {
        Target.POINTS_FILE.take(data);
    }

    @FuzzTest
    void certificateDetails(byte[] data) throws Exception {
        Target.CERTIFICATE_DETAILS.take(data);
    }

    @FuzzTest
    void captureFile(byte[] data) throws Exception {
        Target.CAPTURE_FILE.take(data);
    }

    @FuzzTest
    void configuration(byte[] data) throws Exception {
        Target.CONFIGURATION.take(data);
    }

    @FuzzTest
    void ownPosition(byte[] data) throws Exception {
        Target.OWN_POSITION.take(data);
    }

    @FuzzTest
    void csvCell(byte[] data) throws Exception {
        Target.CSV_CELL.take(data);
    }

    @FuzzTest
    void journalFile(byte[] data) throws Exception {
        Target.JOURNAL_FILE.take(data);
    }

    @FuzzTest
    void journalRecord(byte[] data) throws Exception {
        Target.JOURNAL_RECORD.take(data);
    }

    @FuzzTest
    void journalOpening(byte[] data) throws Exception {
        Target.JOURNAL_OPENING.take(data);
    }

    @FuzzTest
    void seriesKey(byte[] data) throws Exception {
        Target.SERIES_KEY.take(data);
    }

    @FuzzTest
    void curve(byte[] data) throws Exception {
        Target.CURVE.take(data);
    }

    @FuzzTest
    void childFrames(byte[] data) throws Exception {
        Target.CHILD_FRAMES.take(data);
    }

    @FuzzTest
    void bridgePacket(byte[] data) throws Exception {
        Target.BRIDGE_PACKET.take(data);
    }

    @FuzzTest
    void packetDump(byte[] data) throws Exception {
        Target.PACKET_DUMP.take(data);
    }

    @FuzzTest
    void codecs(byte[] data) throws Exception {
        Target.CODECS.take(data);
    }

    @FuzzTest
    void bridgeMessage(byte[] data) throws Exception {
        Target.BRIDGE_MESSAGE.take(data);
    }

    @FuzzTest
    void controlLine(byte[] data) throws Exception {
        Target.CONTROL_LINE.take(data);
    }

    @FuzzTest
    void jsonFields(byte[] data) throws Exception {
        Target.JSON_FIELDS.take(data);
    }

    @FuzzTest
    void formFields(byte[] data) throws Exception {
        Target.FORM_FIELDS.take(data);
    }

    @FuzzTest
    void cookieHeader(byte[] data) throws Exception {
        Target.COOKIE_HEADER.take(data);
    }

    @FuzzTest
    void originHeader(byte[] data) throws Exception {
        Target.ORIGIN_HEADER.take(data);
    }

    @FuzzTest
    void ifMatchHeader(byte[] data) throws Exception {
        Target.IF_MATCH_HEADER.take(data);
    }

    @FuzzTest
    void contentTypeHeader(byte[] data) throws Exception {
        Target.CONTENT_TYPE_HEADER.take(data);
    }

    @FuzzTest
    void downloadName(byte[] data) throws Exception {
        Target.DOWNLOAD_NAME.take(data);
    }

    @FuzzTest
    void id(byte[] data) throws Exception {
        Target.ID.take(data);
    }
}
