package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionField;
import org.plinth.core.position.PositionFields;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.hash.Sha256;
import org.plinth.web.store.PositionStore.Written;
import org.plinth.web.store.StoreFailure.Reason;

/** A clinic's own positions: nothing of an old version is lost, and every change says who, when and why. */
abstract class StorePositionsContract extends StoreRulesContract {

    @Test
    void own_position_comes_back_as_it_was_written() {
        PositionContent odd = samples.ownPosition("Own curl \\ # ! = : 'ü' <b>")
                .content()
                .with("ankle", "C:\\toes = up # \u00b0 \uD83E\uDDB5");
        OwnPosition written = add(samples.ownPosition("x").with(odd));

        assertThat(maybe(s -> s.positions().find(clinic(), written.id()))).contains(written);
        assertThat(written.name()).isEqualTo("Own curl \\ # ! = : 'ü' <b>");
        assertThat(OwnPosition.idOf(written.positionId())).contains(written.id());
        assertThat(OwnPosition.idOf("curl-prone-15")).isEmpty();
        assertThat(OwnPosition.idOf("own-else")).isEmpty();
    }

    @Test
    void changed_content_is_the_next_protocol_and_the_old_one_stays_readable() {
        OwnPosition first = add(samples.ownPosition("Own curl"));
        PositionContent shorter = first.content().with("hold.seconds", "3");

        OwnPosition second = amend(first.with(shorter), 1, "shorter for irritable tendons");
        OwnPosition third = amend(second.with(shorter.with("rest.seconds", "45")), 2, "");

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.protocolVersion()).isEqualTo(2);
        assertThat(third.protocolVersion()).isEqualTo(3);
        assertThat(maybe(s -> s.positions().findProtocol(clinic(), first.id(), 1)))
                .contains(first);
        assertThat(maybe(s -> s.positions().findProtocol(clinic(), first.id(), 4)))
                .isEmpty();
        assertThat(all(s -> s.positions().protocols(clinic()))).containsExactly(first, second, third);
        List<Written> history = all(s -> s.positions().history(clinic(), first.id()));
        assertThat(history).extracting(Written::position).containsExactly(first, second, third);
        assertThat(history.get(1).reason()).isEqualTo("shorter for irritable tendons");
        assertThat(history).allMatch(one -> one.author().equals(samples.clinician.id()));
        assertThat(history).allMatch(one -> one.at().equals(Samples.NOW));
    }

    @Test
    void retiring_and_offering_again_keeps_the_protocol_that_results_are_compared_by() {
        OwnPosition first = add(samples.ownPosition("Own curl"));

        OwnPosition retired = amend(first.withRetired(true), 1, "not used");
        OwnPosition back = amend(retired.withRetired(false), 2, "used again");

        assertThat(retired.retired()).isTrue();
        assertThat(List.of(retired.protocolVersion(), back.protocolVersion())).containsExactly(1, 1);
        assertThat(back.version()).isEqualTo(3);
        assertThat(all(s -> s.positions().protocols(clinic()))).containsExactly(back);
        assertThat(maybe(s -> s.positions().findProtocol(clinic(), first.id(), 1)))
                .contains(back);
    }

    @Test
    void second_of_two_edits_of_one_version_of_a_position_is_refused_with_the_current_one() {
        OwnPosition first = add(samples.ownPosition("Own curl"));
        OwnPosition second = amend(first.with(first.content().with("hold.seconds", "3")), 1, "");

        StoreFailure refused = failure(() -> amend(first.with(first.content().with("hold.seconds", "4")), 1, ""));

        assertThat(refused.reason()).isEqualTo(Reason.OLD_VERSION);
        assertThat(refused.current()).contains(second);
        assertThat(all(s -> s.positions().history(clinic(), first.id()))).hasSize(2);
    }

    @Test
    void of_many_simultaneous_edits_of_one_position_exactly_one_counts() throws Exception {
        OwnPosition first = add(samples.ownPosition("Own curl"));

        List<Boolean> won = inParallel(
                6,
                i -> failure(() ->
                                amend(first.with(first.content().with("hold.seconds", Integer.toString(i + 6))), 1, ""))
                        == null);

        assertThat(won).containsOnlyOnce(true);
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    @Test
    void another_clinics_position_is_neither_seen_nor_changed() {
        OwnPosition ours = add(samples.ownPosition("Own curl"));
        Samples other = new Samples(77);
        other.found(store);

        assertThat(maybe(s -> s.positions().find(other.clinic.id(), ours.id()))).isEmpty();
        assertThat(maybe(s -> s.positions().findProtocol(other.clinic.id(), ours.id(), 1)))
                .isEmpty();
        assertThat(all(s -> s.positions().all(other.clinic.id()))).isEmpty();
        assertThat(all(s -> s.positions().history(other.clinic.id(), ours.id())))
                .isEmpty();
        StoreFailure refused = failure(() ->
                store.write(other.act("position.amend"), s -> s.positions().amend(ours.withRetired(true), 1)));
        assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void a_written_position_stands_in_the_chain_with_before_and_after() {
        OwnPosition first = add(samples.ownPosition("Own curl"));
        amend(first.with(first.content().with("hold.seconds", "3")), 1, "shorter");

        List<AuditEvent> about = store.read(s -> s.audit().about(clinic(), "own-position:" + first.id()));

        assertThat(about).hasSize(2);
        assertThat(about.get(1).before().orElseThrow())
                .contains("\"protocol_version\":1", Sha256.hex(first.content().text()));
        assertThat(about.get(1).after().orElseThrow())
                .contains("\"protocol_version\":2", "content_sha256")
                .doesNotContain(Sha256.hex(first.content().text()));
        assertThat(about.get(1).reason()).isEqualTo("shorter");
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    @Test
    void the_longest_position_that_the_fields_allow_has_room() {
        PositionContent longest = samples.ownPosition("x").content();
        for (PositionField field : PositionFields.ALL) {
            longest = switch (field.kind()) {
                case TEXT, SENTENCE -> field.into(longest, "\\".repeat((int) field.most()));
                case LINES ->
                    field.into(longest, ("\\".repeat(PositionField.LONGEST_LINE) + "\n").repeat((int) field.most()));
                default -> longest;
            };
        }
        OwnPosition written = add(samples.ownPosition("x").with(longest));

        assertThat(maybe(s -> s.positions().find(clinic(), written.id()))).contains(written);
    }

    @Test
    void what_is_undone_leaves_no_position() {
        OwnPosition position = samples.ownPosition("Own curl");

        StoreFailure thrown = failure(() -> store.write(samples.act("position.add"), s -> {
            s.positions().add(position);
            throw StoreFailure.invalid("name", "on purpose");
        }));

        assertThat(thrown.field()).contains("name");
        assertThat(maybe(s -> s.positions().find(clinic(), position.id()))).isEmpty();
    }

    private OwnPosition add(OwnPosition position) {
        return store.write(samples.act("position.add"), s -> {
            s.positions().add(position);
            return position;
        });
    }

    private OwnPosition amend(OwnPosition position, int seen, String reason) {
        Act act = new Act(clinic(), samples.clinician.id(), Samples.NOW, "position.amend", reason, "");
        return store.write(act, s -> s.positions().amend(position, seen));
    }
}
