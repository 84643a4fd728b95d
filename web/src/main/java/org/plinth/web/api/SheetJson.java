package org.plinth.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.calibration.validity.SensorState;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.web.analyse.SymmetryJson;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.http.Json;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;
import org.plinth.web.trust.SensorTrust;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.visit.SensorFacts;
import org.plinth.web.visit.SideSheet;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.FlagWords;
import org.plinth.web.words.Linked;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.SensorWords;
import org.plinth.web.words.SymmetryWords;
import org.plinth.web.words.TrustWords;

/** Everything about one position test: set-up, both sides with their efforts and results, symmetry. */
final class SheetJson {

    private final Store store;
    private final Texts texts;

    SheetJson(Store store, Texts texts) {
        this.store = store;
        this.texts = texts;
    }

    /** As people of this clinic read it. */
    ObjectNode of(Clinic clinic, TestSheet sheet, Instant now) {
        return of(clinic, sheet, trust(clinic, sheet.test().patient()), now);
    }

    /** What is known of the calibrations behind a patient's results. */
    TrustBook trust(Clinic clinic, Id<Patient> patient) {
        return store.read(stores -> TrustBook.ofPatient(stores, clinic.id(), patient));
    }

    /** Whether a sensor may be trusted at a moment, for the choice of a sensor. */
    ObjectNode state(Clinic clinic, SensorTrust trust, Instant at) {
        TrustWords words = new TrustWords(texts, new Numbers(clinic.displayUnit(), clinic.zone()));
        SensorState state = trust.stateAt(at);
        ObjectNode json = Json.object()
                .put("state", TrustWords.id(state))
                .put("trusted", state.isTrusted() && trust.putAsideAt(at).isEmpty());
        return json.put("words", trust.putAsideAt(at).map(words::putAside).orElseGet(() -> words.state(state)));
    }

    /** The same with a book that was read before. */
    ObjectNode of(Clinic clinic, TestSheet sheet, TrustBook trust, Instant now) {
        ObjectNode json = ClinicJson.of(sheet.test());
        json.set("position", position(sheet.position()));
        json.set("sensor", sensor(clinic, sheet, trust, now));
        new StageJson(store).addTo(json, sheet);
        json.put("visitVersion", sheet.visit().version());
        json.put("visitClosed", sheet.visit().closed());
        json.put("injured", sheet.injured().map(Enum::name).orElse("BILATERAL"));
        json.put("maximalEfforts", sheet.maximalEfforts());
        json.put("mostMaximalEfforts", TestSheet.MOST_MAXIMAL_EFFORTS);
        json.put("sidesVersion", sheet.sidesVersion());
        sheet.swapDoubt().ifPresent(doubt -> {
            String on = new Numbers(clinic.displayUnit(), clinic.zone()).date(doubt.since());
            json.putObject("swapDoubt")
                    .put("since", doubt.since().toString())
                    .put("likelihoodRatio", doubt.likelihoodRatio())
                    .put("words", texts.text("flow.swap.ask", on));
        });
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
        TrustJson trusted =
                new TrustJson(new TrustWords(texts, new Numbers(clinic.displayUnit(), clinic.zone())), trust);
        json.set("left", side(sheet.left(), trusted));
        json.set("right", side(sheet.right(), trusted));
        List<SideResult> results =
                sheet.inOrder().stream().flatMap(side -> side.result().stream()).toList();
        sheet.symmetry().map(stored -> trust.seen(stored, results)).ifPresent(symmetry -> {
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

    private ObjectNode side(SideSheet side, TrustJson trust) {
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
        json.put("effortsMade", side.own().size()).put("effortsKept", side.kept());
        side.result().ifPresent(result -> json.set("result", result(result, trust)));
        return json;
    }

    private static ObjectNode result(SideResult result, TrustJson trust) {
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
        json.set("flags", TrialJson.names(trust.flags(result)));
        json.set("calibration", trust.of(result));
        return json;
    }

    private ObjectNode sensor(Clinic clinic, TestSheet sheet, TrustBook trust, Instant now) {
        SensorFacts sensor = sheet.sensor();
        ObjectNode json = Json.object()
                .put("id", sensor.peripheralId())
                .put("driver", sensor.driverId())
                .put("name", sensor.name());
        ObjectNode calibration = state(clinic, trust.sensor(sensor.driverId(), sensor.peripheralId()), now);
        json.set("calibration", calibration);
        if (!sensor.seenOnHardware()) {
            json.put("notSeenOnHardware", true);
        }
        ArrayNode notes = json.putArray("notes");
        new SensorWords(texts).notes(sensor, sheet.position()).forEach(notes::add);
        if (!calibration.path("trusted").asBoolean()) {
            notes.add(calibration.path("words").asText());
        }
        return json;
    }

    private static ObjectNode position(TestPosition position) {
        return Json.object()
                .put("id", position.id())
                .put("version", position.version())
                .put("name", position.name())
                .put("tareState", position.tareState().name())
                .put("contraction", position.contraction())
                .put("bilateral", position.bilateral())
                .put("repetitions", position.repetitions())
                .put("hold_s", position.holdSeconds())
                .put("rest_s", position.restSeconds());
    }

    /** As in Analyse JSON. */
    static JsonNode symmetry(SymmetryOutcome outcome) {
        try (TokenBuffer buffer = new TokenBuffer(null, false)) {
            SymmetryJson.write(buffer, outcome);
            return Json.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
