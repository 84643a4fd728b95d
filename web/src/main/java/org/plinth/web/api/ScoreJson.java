package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plinth.core.outcome.Detectable;
import org.plinth.core.outcome.Grade;
import org.plinth.core.outcome.Instrument;
import org.plinth.core.outcome.Qualifiers;
import org.plinth.core.outcome.Score;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.diary.Scores;
import org.plinth.web.http.Json;

/** Scores of a patient's episodes: each value with the range, direction and detectable change of its instrument. */
final class ScoreJson {

    private ScoreJson() {}

    static ObjectNode of(SeriesReading read) {
        ObjectNode json = Json.object().put("patient", read.patient().id().toString());
        ArrayNode instruments = json.putArray("instruments");
        ArrayNode scores = json.putArray("scores");
        read.episodes().forEach(one -> one.entries().forEach(entry -> Scores.of(entry)
                .forEach(score -> scores.add(score(score, one.episode().id().toString(), isAfterPainkiller(entry))))));
        Scores.instruments().all().stream()
                .filter(instrument -> scores.findValuesAsText("instrument").contains(instrument.id()))
                .forEach(instrument -> instruments.add(instrument(instrument)));
        return json;
    }

    private static ObjectNode instrument(Instrument instrument) {
        ObjectNode json = Json.object()
                .put("id", instrument.id())
                .put("version", instrument.version())
                .put("name", instrument.name())
                .put("min", instrument.min())
                .put("max", instrument.max())
                .put("unit", instrument.unit())
                .put("polarity", instrument.polarity().name());
        instrument
                .detectable()
                .ifPresentOrElse(
                        known -> json.set("detectableChange", detectable(known)),
                        () -> json.put("detectableChangeWithheld", "NOT_KNOWN_WELL_ENOUGH"));
        return json;
    }

    private static ObjectNode detectable(Detectable known) {
        return Json.object()
                .put(known.relative() ? "value_pct" : "value", known.value())
                .put("confidence_pct", known.confidence())
                .put("provisional", known.grade() != Grade.SOURCED)
                .put("source", known.source());
    }

    /** Such a value says less than it seems: it is drawn hollow and counted in no verdict. */
    private static boolean isAfterPainkiller(EpisodeEntry entry) {
        return entry.values().containsKey("painkiller");
    }

    private static ObjectNode score(Score score, String episode, boolean isAfterPainkiller) {
        Qualifiers said = score.qualifiers();
        ObjectNode json = Json.object()
                .put("episode", episode)
                .put("instrument", score.instrument())
                .put("version", score.version())
                .put("date", score.date().toString())
                .put("value", score.value())
                .put("atLeast", score.atLeast());
        if (isAfterPainkiller) {
            json.put("painkiller", true);
        }
        said.activity().ifPresent(words -> json.put("activity", words));
        said.timing().ifPresent(timing -> json.put("timing", timing.name()));
        said.side().ifPresent(side -> json.put("side", side.name()));
        said.surface().ifPresent(surface -> json.put("surface", surface.name()));
        said.answeredBy().ifPresent(who -> json.put("answeredBy", who.name()));
        return json;
    }
}
