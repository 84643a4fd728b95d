package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

/** Squeezing a sensor to say which one, in a clinic with two of them. */
@Tag("slow")
class SqueezeTest {

    private static final List<String> BOTH = List.of("virtual-1", "virtual-2");

    @TempDir
    Path folder;

    @Test
    void the_squeezed_one_is_named_and_nothing_is_held_afterwards() {
        try (VisitFloorKit kit = VisitFloorKit.open(folder)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            Visit visit = new VisitDeskScript(kit, people).openVisit();
            assertThat(kit.floor().desk().sensors(people.clinic().id())).hasSize(2);
            Squeezed found = kit.floor().desk().squeezed(people.clinic().id(), visit.id(), BOTH);
            assertThat(found).isEqualTo(new Squeezed(List.of("virtual-1"), List.of()));
            assertThat(BOTH).noneMatch(id -> kit.floor().room().isConnected(visit.id(), id));
        }
    }

    @Test
    void the_sensor_that_this_visit_holds_stays_connected_and_zeroed_and_another_visits_is_left_alone() {
        try (VisitFloorKit kit = VisitFloorKit.open(folder)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            VisitFloorKit.People others = kit.addPeople(Involvement.RIGHT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            PositionTest test = script.setUp(script.openVisit());
            assertThat(script.tare(test, Side.LEFT).accepted()).isTrue();
            Squeezed own = kit.floor().desk().squeezed(people.clinic().id(), test.visit(), BOTH);
            assertThat(own.risen()).containsExactly("virtual-1");
            assertThat(kit.floor().room().isConnected(test.visit(), "virtual-1"))
                    .isTrue();
            assertThat(kit.floor().room().zero(test, Side.LEFT, "virtual-1")).isPresent();

            Visit elsewhere = new VisitDeskScript(kit, others).openVisit();
            Squeezed left = kit.floor().desk().squeezed(others.clinic().id(), elsewhere.id(), BOTH);
            assertThat(left.unheard()).containsExactly("virtual-1");
            assertThat(kit.floor().room().isConnected(test.visit(), "virtual-1"))
                    .isTrue();
        }
    }

    @Test
    void what_nobody_has_seen_and_too_many_are_refused() {
        try (VisitFloorKit kit = VisitFloorKit.open(folder)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            Visit visit = new VisitDeskScript(kit, people).openVisit();
            for (List<String> wrong :
                    List.of(List.<String>of(), List.of("browser-other"), Collections.nCopies(5, "a"))) {
                assertThatThrownBy(() ->
                                kit.floor().desk().squeezed(people.clinic().id(), visit.id(), wrong))
                        .isInstanceOfSatisfying(StoreFailure.class, refused -> assertThat(refused.field())
                                .contains("sensors"));
            }
        }
    }

    @Test
    void while_the_visit_records_it_is_refused() {
        try (VisitFloorKit kit = VisitFloorKit.open(folder)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            PositionTest test = script.setUp(script.openVisit());
            script.tare(test, Side.LEFT);
            script.start(test, Side.LEFT, "one");
            assertThatThrownBy(() -> kit.floor().desk().squeezed(people.clinic().id(), test.visit(), BOTH))
                    .isInstanceOfSatisfying(StoreFailure.class, refused -> assertThat(refused.getMessage())
                            .contains("capture.start.RECORDING"));
        }
    }
}
