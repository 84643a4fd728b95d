package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.position.PositionProblem;
import org.plinth.web.http.FailureTranslation;
import org.plinth.web.http.Json;
import org.plinth.web.http.Told;
import org.plinth.web.text.Texts;
import org.plinth.web.words.PositionWords;

/** Tells what is wrong with a position: the first field as every 400 does, and all of them under {@code current.problems}. */
public final class PositionFailures implements FailureTranslation {

    private final PositionWords words;

    /** In these words. */
    public PositionFailures(Texts texts) {
        this.words = new PositionWords(texts);
    }

    @Override
    public Optional<Told> translate(Throwable failure) {
        return failure instanceof PositionRefused refused ? Optional.of(told(refused)) : Optional.empty();
    }

    private Told told(PositionRefused refused) {
        ObjectNode all = Json.object();
        ArrayNode problems = all.putArray("problems");
        for (PositionProblem problem : refused.problems()) {
            problems.add(Json.object()
                    .put("field", problem.key())
                    .put("rule", problem.rule().name())
                    .put("message", words.problem(problem)));
        }
        PositionProblem first = refused.problems().get(0);
        return new Told(400, "BAD_FIELD", Optional.of(first.key()), words.problem(first), Optional.of(all), Map.of());
    }
}
