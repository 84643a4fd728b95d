package org.plinth.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.web.analyse.SymmetryJson;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.http.Json;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.SideSheet;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.FlagWords;
import org.plinth.web.words.Linked;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.SymmetryWords;

/** Everything about one position test: set-up, both sides with their efforts and results, symmetry. */
final class SheetJson {

    private final Texts texts;

    SheetJson(Texts texts) {
        this.texts = texts;
    }

    /** As people of this clinic read it. */
    ObjectNode of(Clinic clinic, TestSheet sheet) {
        ObjectNode json = ClinicJson.of(sheet.test());
        json.set("position", position(sheet.position()));
        json.put("visitVersion", sheet.visit().version());
        json.put("visitClosed", sheet.visit().closed());
        json.put("injured", sheet.injured().map(Enum::name).orElse("BILATERAL"));
        json.put("maximalEfforts", sheet.maximalEfforts());
        json.put("mostMaximalEfforts", TestSheet.MOST_MAXIMAL_EFFORTS);
        sheet.recording()
                .ifPresent(running -> json.set(
                        "recording",
                        Json.object()
                                .put("id", running.recording().toString())
                                .put("side", running.side().name())
                                .put("startedAt", running.startedAt().toString())));
        sheet.battery().ifPresent(battery -> {
            battery.millivolts().ifPresent(millivolts -> json.put("battery_mV", millivolts));
            battery.percent().ifPresent(percent -> json.put("battery_pct", percent));
        });
        json.set("left", side(sheet.left()));
        json.set("right", side(sheet.right()));
        sheet.symmetry().ifPresent(symmetry -> {
            json.set("symmetry", symmetry(symmetry.outcome()));
            json.put("symmetryVersion", symmetry.version());
            json.put("symmetryEngineVersion", symmetry.engineVersion());
            json.set("words", words(clinic, sheet, symmetry.outcome()));
        });
        return json;
    }

    /** What the pages say of it, so that nobody words it a second time. */
    private ObjectNode words(Clinic clinic, TestSheet sheet, SymmetryOutcome outcome) {
        SymmetryWords words = new SymmetryWords(texts, new Numbers(clinic.displayUnit(), clinic.zone()));
        Map<String, Said> said = new LinkedHashMap<>();
        said.put("values", words.values(value(sheet.left()), value(sheet.right())));
        said.put("sentence", outcome.symmetry().map(words::ratio).orElseGet(() -> Said.words(words.refusal(outcome))));
        outcome.symmetry().map(words::state).ifPresent(state -> said.put("state", state));
        outcome.symmetry().flatMap(words::basis).ifPresent(basis -> said.put("basis", basis));
        ObjectNode json = Json.object();
        said.forEach((name, sentence) -> json.put(name, sentence.text()));
        ArrayNode flags = json.putArray("flags");
        outcome.symmetry().ifPresent(symmetry -> {
            words.pretension(symmetry).map(Said::text).ifPresent(flags::add);
            new FlagWords(texts).results(symmetry.flags()).forEach(flags::add);
        });
        ObjectNode pieces = json.putObject("pieces");
        NumberLinks links = NumberLinks.ofTest(sheet.visit().id(), sheet.test().id());
        said.forEach((name, sentence) -> pieces.set(name, pieces(links.of(sentence))));
        return json;
    }

    private static ArrayNode pieces(Linked sentence) {
        ArrayNode pieces = Json.object().arrayNode();
        for (Linked.Bit bit : sentence.bits()) {
            ObjectNode piece = pieces.addObject().put("text", bit.text());
            bit.href().ifPresent(href -> piece.put("href", href));
        }
        return pieces;
    }

    private static Optional<Force> value(SideSheet side) {
        return side.result().map(result -> result.value().best());
    }

    private ObjectNode side(SideSheet side) {
        ObjectNode json = Json.object()
                .put("side", side.side().name())
                .put("injured", side.injured())
                .put("tared", side.tared());
        side.blocked().ifPresent(block -> {
            json.put("blocked", block.name());
            Words.of(texts, "capture.start.", block).ifPresent(words -> json.put("blockedWords", words));
        });
        ArrayNode recordings = json.putArray("recordings");
        side.recordings().forEach(recording -> recordings.add(ClinicJson.of(recording)));
        ArrayNode efforts = json.putArray("efforts");
        side.trials().forEach(trial -> efforts.add(TrialJson.of(trial)));
        json.put("effortsMade", side.trials().size()).put("effortsKept", side.kept());
        side.result().ifPresent(result -> json.set("result", result(result)));
        return json;
    }

    private static ObjectNode result(SideResult result) {
        ObjectNode json = Json.object()
                .put("version", result.version())
                .put("quantity", result.key().quantity())
                .put("estimator", result.key().estimator())
                .put("k", result.value().k())
                .put("value_N", result.value().best().newtons())
                .put("mean_N", result.value().mean().newtons())
                .put("engineVersion", result.provenance().engineVersion())
                .put("input_sha256", result.provenance().inputHash());
        result.value().cvPercent().ifPresent(cv -> json.put("cv_pct", cv));
        json.set("flags", TrialJson.names(result.value().flags()));
        return json;
    }

    private static ObjectNode position(TestPosition position) {
        return Json.object()
                .put("id", position.id())
                .put("version", position.version())
                .put("name", position.name())
                .put("tareState", position.tareState().name())
                .put("bilateral", position.bilateral())
                .put("repetitions", position.repetitions())
                .put("hold_s", position.holdSeconds())
                .put("rest_s", position.restSeconds());
    }

    private static JsonNode symmetry(SymmetryOutcome outcome) {
        try (TokenBuffer buffer = new TokenBuffer(null, false)) {
            SymmetryJson.write(buffer, outcome);
            return Json.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
