package org.plinth.web.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;
import org.plinth.web.store.Stores;
import org.plinth.web.testkit.ClinicServer;

/** A stamp stays while nothing changes, whoever reads; a change moves that of its patient, and one of a sensor those of its clinic. */
@Tag("slow")
class FreshnessTest {

    private static ClinicServer server;
    private static ClinicServer.Sample ada;
    private static ClinicServer.Sample bea;

    private final Freshness freshness = new Freshness();

    @BeforeAll
    static void start() {
        server = ClinicServer.empty();
        ada = server.addClinic("a");
        bea = server.addClinic("b");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        stamp(ada);
    }

    private Stamp stamp(ClinicServer.Sample of) {
        return server.store().read(stores -> stamp(stores, of)).orElseThrow();
    }

    private Optional<Stamp> stamp(Stores stores, ClinicServer.Sample of) {
        return freshness.of(stores, of.clinic().id(), of.patient().id());
    }

    private static Act act(ClinicServer.Sample of, String action) {
        return new Act(
                of.clinic().id(),
                of.accounts().get(Role.CLINICIAN).id(),
                server.clock().instant(),
                action,
                "test",
                "");
    }

    private static void renamed(ClinicServer.Sample of) {
        Patient now = server.store()
                .read(stores ->
                        stores.patients().find(of.clinic().id(), of.patient().id()))
                .orElseThrow();
        server.store()
                .write(act(of, "patient.amend"), stores -> stores.patients().amend(now, now.version()));
    }

    @Test
    void who_reads_logs_in_or_exports_moves_nobody() {
        Stamp before = stamp(ada);
        server.as(Role.CLINICIAN, "a").page("/patients/" + ada.patient().id());
        server.store().write(act(ada, "export.results"), stores -> {
            stores.audit().note("clinic:" + ada.clinic().id(), Map.of("rows", 3));
            return true;
        });
        assertThat(stamp(ada)).isEqualTo(before);
    }

    @Test
    void a_change_moves_its_patient_alone() {
        Stamp adas = stamp(ada);
        Stamp beas = stamp(bea);

        renamed(ada);

        assertThat(stamp(ada)).isNotEqualTo(adas);
        assertThat(stamp(ada).seq()).isGreaterThan(adas.seq());
        assertThat(stamp(bea)).isEqualTo(beas);
    }

    @Test
    void episodes_visits_and_access_are_hers() {
        Stamp first = stamp(ada);
        Episode episode = server.store()
                .read(stores ->
                        stores.episodes().find(ada.clinic().id(), ada.episode().id()))
                .orElseThrow();
        server.store()
                .write(act(ada, "episode.amend"), stores -> stores.episodes().amend(episode, episode.version()));
        Stamp second = stamp(ada);
        assertThat(second).isNotEqualTo(first);

        server.store().write(act(ada, "access.restrict"), stores -> stores.access()
                .change(new PatientAccess(
                        ada.patient().id(),
                        ada.clinic().id(),
                        stores.access()
                                .of(ada.clinic().id(), ada.patient().id())
                                .version(),
                        false,
                        Set.of())));
        assertThat(stamp(ada)).isNotEqualTo(second);
    }

    @Test
    void a_sensor_moves_everybody_of_its_clinic() {
        Stamp adas = stamp(ada);
        Stamp beas = stamp(bea);

        server.addCalibratedSensor(ada, "S-" + adas.seq());

        assertThat(stamp(ada)).isNotEqualTo(adas);
        assertThat(stamp(bea)).isEqualTo(beas);
    }

    @Test
    void what_nobody_can_be_named_for_moves_everybody_of_its_clinic() {
        Stamp adas = stamp(ada);
        server.store().write(act(ada, "something.new"), stores -> {
            stores.audit().note("unheard-of:" + Id.<Patient>random(new SplittableRandom(1)), Map.of("a", 1));
            return true;
        });
        assertThat(stamp(ada)).isNotEqualTo(adas);
    }

    @Test
    void what_an_earlier_transaction_reads_is_not_to_be_kept_once_a_later_one_has_seen_a_change() {
        Optional<Stamp> earlier = server.store().read(stores -> {
            stores.audit().head();
            CompletableFuture.runAsync(() -> {
                        renamed(ada);
                        stamp(ada);
                    })
                    .join();
            return stamp(stores, ada);
        });
        assertThat(earlier).isEmpty();
        assertThat(stamp(ada)).isNotNull();
    }
}
