package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.plinth.core.result.ResultFlag;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.http.Json;
import org.plinth.web.trust.ResultTrust;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.words.TrustWords;

/** The calibration behind a result, for programs and with the words that pages use. */
final class TrustJson {

    private final TrustWords words;
    private final TrustBook book;

    TrustJson(TrustWords words, TrustBook book) {
        this.words = words;
        this.book = book;
    }

    Set<ResultFlag> flags(SideResult result) {
        return book.flags(result);
    }

    ObjectNode of(SideResult result) {
        ResultTrust trust = book.of(result);
        ObjectNode json = Json.object();
        ArrayNode ids = json.putArray("ids");
        trust.calibrations().forEach(ids::add);
        json.put("state", trust.mark().map(Enum::name).orElse("VALID"));
        json.put("stateWhenRecorded", TrustWords.id(trust.then()));
        trust.validUntil().ifPresent(until -> json.put("validUntil", until.toString()));
        ArrayNode causes = json.putArray("doubts");
        trust.causes().stream().sorted().map(Enum::name).forEach(causes::add);
        json.put("compared", trust.counts());
        json.put("words", words.brief(trust));
        trust.sensor().ifPresent(sensor -> json.put("sensor", sensor.toString()));
        return json;
    }
}
