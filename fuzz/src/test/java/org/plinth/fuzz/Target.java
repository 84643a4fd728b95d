package org.plinth.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.plinth.driver.notify.CodecTargets;
import org.plinth.web.bridge.BridgeTargets;
import org.plinth.web.control.ControlTargets;
import org.plinth.web.http.HttpTargets;
import org.plinth.web.journal.JournalTargets;
import org.plinth.web.store.StoreTargets;

/**
 * Every parser that reads what came from outside. A target returns for what can be read and for what is refused as the
 * parser's contract says; whatever else it throws is a finding.
 */
public enum Target {
    RECORDING_FILE(FileTargets::recording),
    POINTS_FILE(FileTargets::points),
    CERTIFICATE_DETAILS(FileTargets::certificateDetails),
    CAPTURE_FILE(FileTargets::capture),
    CONFIGURATION(FileTargets::configuration),
    OWN_POSITION(FileTargets::ownPosition),
    CSV_CELL(FileTargets::csvCell),
    JOURNAL_FILE(JournalTargets::file),
    JOURNAL_RECORD(JournalTargets::record),
    JOURNAL_OPENING(JournalTargets::opening),
    SERIES_KEY(StoreTargets::seriesKey),
    CURVE(StoreTargets::curve),
    CHILD_FRAMES(CodecTargets::childFrames),
    BRIDGE_PACKET(CodecTargets::bridgePacket),
    PACKET_DUMP(CodecTargets::dump),
    CODECS(CodecTargets::codecs),
    BRIDGE_MESSAGE(BridgeTargets::message),
    CONTROL_LINE(ControlTargets::line),
    JSON_FIELDS(HttpTargets::jsonFields),
    FORM_FIELDS(HttpTargets::formFields),
    COOKIE_HEADER(HttpTargets::cookie),
    ORIGIN_HEADER(HttpTargets::origin),
    IF_MATCH_HEADER(HttpTargets::ifMatch),
    CONTENT_TYPE_HEADER(HttpTargets::contentType),
    DOWNLOAD_NAME(HttpTargets::downloadName),
    ID(HttpTargets::id);

    @SuppressWarnings("ImmutableEnumChecker") // a method of a class without state
    private final Feed feed;

    Target(Feed feed) {
        this.feed = feed;
    }

    /** One parser. */
    @FunctionalInterface
    interface Feed {
        void take(byte[] data) throws Exception;
    }

    /** Gives it this. */
    public void take(byte[] data) throws Exception {
        feed.take(data.clone());
    }

    /** In the name of its fuzz test, and of its folder of seeds. */
    String camelCase() {
        StringBuilder name = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** Bytes as text; what is no UTF-8 becomes replacement characters. */
    public static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    /** Fails where a law of a parser is broken. */
    public static void require(boolean law, String what) {
        if (!law) {
            throw new AssertionError(what);
        }
    }
}
