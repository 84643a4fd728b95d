package org.plinth.web.integrity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Set;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.measure.Engine;

/** One JSON object a line ({@code docs/data-format.md} §9). What is not there is absent, never null. */
final class RecomputeJson implements RecomputeReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;

    RecomputeJson(PrintWriter out) {
        this.out = out;
    }

    private static ObjectNode line(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private void print(ObjectNode line) {
        out.println(line);
    }

    @Override
    public void difference(Difference difference) {
        Difference.Place place = difference.place();
        ObjectNode line = line("difference").put("test", place.test().toString());
        place.recording().ifPresent(id -> line.put("recording", id.toString()));
        place.side().ifPresent(side -> line.put("side", side.name()));
        place.effort().ifPresent(number -> line.put("effort", number));
        line.put("what", difference.what());
        difference.stored().ifPresent(value -> line.put("stored", value));
        difference.storedEngine().ifPresent(version -> line.put("storedEngine", version));
        difference.now().ifPresent(value -> line.put("now", value));
        print(line.put("nowEngine", difference.nowEngine()));
    }

    @Override
    public void unreadable(Unreadable unreadable) {
        print(line("unreadable")
                .put("test", unreadable.recording().test().toString())
                .put("recording", unreadable.recording().id().toString())
                .put("side", unreadable.recording().side().name())
                .put("reason", unreadable.reason().name()));
    }

    @Override
    public void otherEngines(Id<PositionTest> test, Set<String> stored) {
        ObjectNode line = line("otherEngine").put("test", test.toString());
        ArrayNode versions = line.putArray("storedEngines");
        stored.forEach(versions::add);
        print(line.put("nowEngine", Engine.VERSION));
    }

    @Override
    public void written(Id<PositionTest> test) {
        print(line("written").put("test", test.toString()));
    }

    @Override
    public void notWritten(Id<PositionTest> test, NotWritten why) {
        print(line("notWritten").put("test", test.toString()).put("reason", why.name()));
    }

    @Override
    public void summary(Summary summary) {
        print(line("summary")
                .put("engine", Engine.VERSION)
                .put("visits", summary.visits())
                .put("tests", summary.tests())
                .put("recordings", summary.recordings())
                .put("efforts", summary.efforts())
                .put("results", summary.results())
                .put("symmetries", summary.symmetries())
                .put("sameTests", summary.sameTests())
                .put("differences", summary.differences())
                .put("unreadable", summary.unreadable())
                .put("unfinished", summary.unfinished())
                .put("uncheckedTests", summary.uncheckedTests())
                .put("otherEngineTests", summary.otherEngineTests())
                .put("writtenTests", summary.writtenTests())
                .put("whole", summary.whole())
                .put("same", summary.isSame()));
    }
}
