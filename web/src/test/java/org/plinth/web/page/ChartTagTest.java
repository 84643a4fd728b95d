package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.DatabaseAdministrator;

/** Charts say under which tag they stand: whoever has one is told so without its results being read, and never of what has changed. */
@Tag("slow")
class ChartTagTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);

    private static ClinicServer server;
    private static ClinicServer.Sample sample;
    private static Sensor sensor;
    private Browser clinician;
    private static DatabaseAdministrator database;
    private static int seed = 60;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        sensor = server.addCalibratedSensor(sample, "S-1");
        database = new DatabaseAdministrator(server.data());
    }

    /** A login of her own for each test: one of them lets time pass, and screens lock. */
    @BeforeEach
    void logIn() {
        clinician = server.as(Role.CLINICIAN, "a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A patient of her own for each test. */
    private static MeKit patient() {
        MeKit kit = new MeKit(
                        ++seed,
                        sample.clinic().id(),
                        "Sample Tagged " + seed,
                        Involvement.LEFT,
                        sample.accounts().get(Role.CLINICIAN).id())
                .tested(TODAY.minusDays(30), 200, 250)
                .tested(TODAY.minusDays(20), 205, 250);
        kit.into(server.store(), server.clock().instant(), Optional.of(sensor), false);
        return kit;
    }

    private static String strength(MeKit kit) {
        return "/patients/" + kit.patient().id() + "/charts/curl-prone-15/strength.svg";
    }

    private static String episode(MeKit kit) {
        return "/patients/" + kit.patient().id() + "/episodes/" + kit.episode().id();
    }

    private static Browser.Answer get(Browser who, String path, String tag) {
        return who.send(who.request(path).header("If-None-Match", tag).GET());
    }

    private static Act act(String action) {
        return new Act(
                sample.clinic().id(),
                sample.accounts().get(Role.CLINICIAN).id(),
                server.clock().instant(),
                action,
                "test",
                "");
    }

    /** While the table of results is away: whoever asks for one fails. */
    private static Browser.Answer withoutResults(Supplier<Browser.Answer> asking) {
        database.run("ALTER TABLE result_version RENAME TO result_version_away");
        try {
            return asking.get();
        } finally {
            database.run("ALTER TABLE result_version_away RENAME TO result_version");
        }
    }

    private static void again(MeKit kit) {
        new MeKit(
                        ++seed,
                        kit.patient(),
                        kit.episode(),
                        sample.accounts().get(Role.CLINICIAN).id())
                .tested(TODAY.minusDays(2), 230, 250)
                .into(server.store(), server.clock().instant(), Optional.of(sensor), true);
    }

    @Test
    void what_has_not_changed_is_not_read_again_and_what_has_is() {
        MeKit kit = patient();
        for (String path :
                new String[] {strength(kit), episode(kit) + "/charts/multiples.svg", episode(kit) + "/small.svg"}) {
            String tag = clinician.page(path).header("ETag");
            assertThat(tag).as(path).matches("\"[0-9a-f]{32}\"");

            Browser.Answer same = withoutResults(() -> get(clinician, path, tag));

            assertThat(same.status()).as(path).isEqualTo(304);
            assertThat(same.bytes()).isEmpty();
            assertThat(same.header("ETag")).isEqualTo(tag);
            assertThat(same.header("Cache-Control")).isEqualTo("no-store");
            assertThat(clinician.page(path + "?theme=dark").header("ETag")).isNotEqualTo(tag);
        }
        String old = clinician.page(strength(kit)).header("ETag");
        String picture = clinician.page(strength(kit)).text();

        again(kit);

        assertThat(withoutResults(() -> get(clinician, strength(kit), old)).status())
                .as("results that changed are read")
                .isGreaterThanOrEqualTo(500);

        Browser.Answer now = get(clinician, strength(kit), old);
        assertThat(now.status()).isEqualTo(200);
        assertThat(now.header("ETag")).isNotEqualTo(old);
        assertThat(now.text()).isNotEqualTo(picture);
        assertThat(get(clinician, episode(kit) + "/small.svg", old).status()).isEqualTo(200);
    }

    @Test
    void what_is_noted_in_an_episode_changes_its_charts_and_nobody_elses() {
        MeKit kit = patient();
        MeKit other = patient();
        String tracks = episode(kit) + "/charts/strength.curl-prone-15.svg";
        String hers = clinician.page(tracks).header("ETag");
        String others = clinician.page(strength(other)).header("ETag");

        server.store().write(act("entry.add"), stores -> stores.entries()
                .add(new EpisodeEntry(
                        Id.random(new SplittableRandom(++seed)),
                        sample.clinic().id(),
                        kit.patient().id(),
                        kit.episode().id(),
                        1,
                        "prescription",
                        TODAY.minusDays(10),
                        new TreeMap<>(Map.of("text", "Sample")),
                        false,
                        server.clock().instant(),
                        sample.accounts().get(Role.CLINICIAN).id())));

        assertThat(get(clinician, tracks, hers).status()).isEqualTo(200);
        assertThat(get(clinician, strength(other), others).status()).isEqualTo(304);
    }

    @Test
    void an_unchanged_chart_is_noted_as_shown() {
        MeKit kit = patient();
        String tag = clinician.page(strength(kit)).header("ETag");
        server.clock().forward(Duration.ofMinutes(11));
        logIn();
        long before = noted(kit);

        assertThat(get(clinician, strength(kit), tag).status()).isEqualTo(304);

        assertThat(noted(kit)).isEqualTo(before + 1);
    }

    private static long noted(MeKit kit) {
        return server
                .store()
                .read(stores -> stores.audit()
                        .about(sample.clinic().id(), "patient:" + kit.patient().id()))
                .stream()
                .filter(row -> row.action().equals("record.read"))
                .count();
    }

    @Test
    void a_tag_opens_nothing() {
        MeKit kit = patient();
        String tag = clinician.page(strength(kit)).header("ETag");
        assertThat(get(server.browser(), strength(kit), tag).status()).isEqualTo(401);
        assertThat(get(server.as(Role.PATIENT, "a"), strength(kit), tag).status())
                .isEqualTo(404);
        PatientAccess closed = new PatientAccess(
                kit.patient().id(),
                sample.clinic().id(),
                0,
                true,
                Set.of(sample.accounts().get(Role.OWNER).id()));
        server.store().write(act("access.restrict"), stores -> stores.access().change(closed));
        assertThat(get(clinician, strength(kit), tag).status()).isEqualTo(403);

        MeKit gone = patient();
        String last = clinician.page(strength(gone)).header("ETag");
        assertThat(clinician.page("/patients/" + gone.patient().id()).status()).isEqualTo(200);
        erased(gone);
        assertThat(get(clinician, strength(gone), last).status()).isIn(404, 410);
        assertThat(clinician.page("/patients/" + gone.patient().id()).text())
                .doesNotContain(gone.patient().givenName());
        assertThat(clinician.page("/overview").text())
                .doesNotContain(gone.patient().givenName())
                .doesNotContain(kit.patient().givenName());
        assertThat(clinician.page("/worklist").text())
                .doesNotContain(gone.patient().givenName())
                .doesNotContain(kit.patient().givenName());
    }

    private void erased(MeKit gone) {
        String patient = gone.patient().id().toString();
        Map<String, String> asked = Map.of(
                "ground", "CONSENT_WITHDRAWN",
                "numbers", "GO",
                "name", gone.patient().familyName(),
                "reason", "test",
                "version", "0");
        assertThat(clinician
                        .postForm("/patients/" + patient + "/erasure", asked)
                        .status())
                .isEqualTo(303);
        Map<String, String> confirmed = Map.of("when", "NOW", "version", "1", "reason", "test");
        assertThat(server.as(Role.OWNER, "a")
                        .postForm("/erasures/" + patient + "/confirm", confirmed)
                        .status())
                .isEqualTo(303);
    }
}
