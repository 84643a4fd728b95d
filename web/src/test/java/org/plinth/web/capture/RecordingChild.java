package org.plinth.web.capture;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.visit.TestSheet;

/** Records until it is killed, and says on standard output what was acknowledged. */
public final class RecordingChild {

    private RecordingChild() {}

    public static void main(String[] args) {
        VisitFloorKit kit = VisitFloorKit.open(Path.of(args[0]));
        VisitDeskScript script = new VisitDeskScript(kit, kit.addPeople(Involvement.LEFT));
        PositionTest test = script.setUp(script.openVisit());
        script.tare(test, Side.LEFT);
        for (int i = 0; true; i++) {
            Recording recording = script.start(test, Side.LEFT, "start-" + test.id() + "-" + i);
            say("RECORDING " + recording.id());
            script.awaitMicros(test, 7_000_000);
            TestSheet sheet = kit.floor().desk().stop(script.act("recording.stop"), recording.id());
            say("STORED " + recording.id() + " "
                    + sheet.left().trials().stream()
                            .map(trial -> trial.id().toString())
                            .collect(Collectors.joining(" ")));
            script.keepAll(sheet);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
