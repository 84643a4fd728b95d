package org.plinth.web.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Trial;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

class VisitDeskTest {

    @TempDir
    private Path root;

    @Test
    void a_visit_on_both_sides_gives_a_symmetry() {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            TestSheet sheet = new VisitDeskScript(kit, kit.addPeople(Involvement.LEFT)).bothSides();

            assertThat(sheet.test().firstSide()).isEqualTo(Side.RIGHT);
            assertThat(sheet.left().trials()).hasSize(3).allMatch(trial -> trial.state() == Trial.State.ACCEPTED);
            assertThat(sheet.right().trials()).hasSize(3);
            assertThat(sheet.left().result()).isPresent();
            assertThat(sheet.symmetry()).isPresent();
            System.err.println(sheet.symmetry());
        }
    }
}
