package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Visit;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.Browser.Answer;
import org.plinth.web.testkit.ClinicServer;

/** The patient's page over HTTP: what she sees, what she may say, and whom it reaches. The visit of today is open. */
@Tag("slow")
class MePageTest {

    private static final Pattern TAKE_BACK = Pattern.compile("/me/answers/([0-9a-f]{32})/remove");
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);

    private static ClinicServer server;
    private static int clinics;

    private ClinicServer.Sample sample;
    private String name;
    private Browser herself;
    private Browser clinician;
    private String href;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void add_a_clinic() {
        server.clock().set(ClinicServer.START);
        name = "c" + clinics++;
        sample = server.addClinic(name);
        herself = server.as(Role.PATIENT, name);
        clinician = server.as(Role.CLINICIAN, name);
        href = "/patients/" + sample.patient().id() + "/episodes/"
                + sample.episode().id();
    }

    private static Map<String, String> answer(String timing, int pain, String... yes) {
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("timing", timing, "pain", Integer.toString(pain), "worse", "", "numb", "", "requestId", "once"));
        for (String name : yes) {
            form.put(name, "YES");
        }
        return form;
    }

    private String me() {
        return herself.page("/me").text();
    }

    private void note(String kind, String... values) {
        Map<String, String> form =
                new LinkedHashMap<>(Map.of("date", TODAY.minusDays(20).toString()));
        for (int i = 0; i < values.length; i += 2) {
            form.put(values[i], values[i + 1]);
        }
        assertThat(clinician.postForm(href + "/add/" + kind, form).status())
                .as(kind)
                .isEqualTo(303);
    }

    private void close(Visit visit) {
        assertThat(clinician
                        .postForm("/visits/" + visit.id() + "/close", Map.of("version", "1"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_form_sent_five_times_is_one_answer_and_stands_there_at_once() {
        for (int i = 0; i < 5; i++) {
            assertThat(herself.postForm("/me/answers", answer("AFTER_24_H", 4)).status())
                    .isEqualTo(303);
        }

        assertThat(me())
                .containsOnlyOnce("6 August 2026, one day after: pain 4 of 10.</p>")
                .contains("Nobody watches these answers")
                .doesNotContain("Call your clinic today");
        assertThat(clinician.page("/worklist").text()).doesNotContain("Answers from home");
    }

    @Test
    void the_clinics_number_stands_on_her_page_on_her_paper_and_in_what_to_do_and_is_the_owners_to_set() {
        Browser owner = server.as(Role.OWNER, name);
        herself.postForm("/me/answers", answer("AFTER_24_H", 6));
        assertThat(me()).contains("call your clinic.</p>", "Call your clinic today and tell them.");

        assertThat(owner.postForm("/people/phone", Map.of("phone", "+44 (0)20 7946 0958"))
                        .status())
                .isEqualTo(303);

        assertThat(me())
                .contains(
                        "call your clinic on +44 (0)20 7946 0958.</p>",
                        "Call your clinic today on +44 (0)20 7946 0958 and tell them.");
        assertThat(owner.page("/people").text()).contains("value=\"+44 (0)20 7946 0958\"");
        assertThat(clinician.page(href + "/report?for=patient").text())
                .contains("Phone: +44 (0)20 7946 0958")
                .doesNotContain("____");
        Answer wrong = owner.postForm("/people/phone", Map.of("phone", "ask <b>Ada</b>"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("Write a telephone number as it is dialled", "ask &lt;b>Ada");
        assertThat(clinician.postForm("/people/phone", Map.of("phone", "112")).status())
                .isEqualTo(403);
        assertThat(owner.postForm("/people/phone", Map.of("phone", "")).status())
                .isEqualTo(303);
        assertThat(me()).contains("call your clinic.</p>");
    }

    @Test
    void an_answer_above_the_limit_says_whom_to_call_and_reaches_a_named_clinician_until_it_was_dealt_with() {
        assertThat(herself.postForm("/me/answers", answer("AFTER_24_H", 6)).status())
                .isEqualTo(303);

        assertThat(me()).contains("Call your clinic today", "hurts a lot").doesNotContain("emergency number");
        String list = clinician.page("/worklist").text();
        assertThat(list).contains("pain 6 of 10, one day after", "Yours: you saw this patient last.");
        assertThat(server.as(Role.ASSISTANT, name).page("/worklist").text()).contains("Seen last by Sample CLINICIAN.");
        Matcher entry = Pattern.compile(href + "/entries/[0-9a-f]{32}").matcher(list);
        assertThat(entry.find()).isTrue();
        Map<String, String> handled = new LinkedHashMap<>(Map.of("version", "1", "reason", "called", "pain", "6"));
        handled.putAll(Map.of("date", TODAY.toString(), "timing", "AFTER_24_H", "handled", "Called her"));
        assertThat(clinician.postForm(entry.group(), handled).status()).isEqualTo(303);
        assertThat(clinician.page("/worklist").text()).doesNotContain("Answers from home");
        assertThat(me())
                .doesNotContain("Call your clinic today", "Called her")
                .contains("Your clinic has read this.")
                .doesNotContainPattern(TAKE_BACK);
    }

    @Test
    void five_is_not_above_the_limit_and_worse_counts_after_two_days() {
        herself.postForm("/me/answers", answer("AFTER_24_H", 5, "worse"));
        assertThat(me()).doesNotContain("Call your clinic today");

        Map<String, String> later = answer("AFTER_48_H", 1, "worse");
        later.put("requestId", "another");
        herself.postForm("/me/answers", later);
        assertThat(me()).contains("Call your clinic today", "still worse after two days");
    }

    @Test
    void a_numb_leg_says_when_to_call_the_emergency_number() {
        herself.postForm("/me/answers", answer("AFTER_24_H", 0, "numb"));

        assertThat(me()).contains("numb between your legs", "Call the emergency number now");
        assertThat(clinician.page("/worklist").text()).contains("A leg feels numb or weak.");
    }

    @Test
    void she_takes_an_answer_back_on_its_day_and_the_history_keeps_it() {
        herself.postForm("/me/answers", answer("AFTER_24_H", 7));
        Matcher found = TAKE_BACK.matcher(me());
        assertThat(found.find()).isTrue();

        assertThat(herself.postForm(found.group(), Map.of("version", "1")).status())
                .isEqualTo(303);

        assertThat(me()).doesNotContain("pain 7 of 10", "Call your clinic today");
        assertThat(clinician
                        .page("/patients/" + sample.patient().id() + "/history")
                        .text())
                .contains("Taken back on the same day");
    }

    @Test
    void on_the_next_day_it_stays_and_nobody_else_takes_it_back() {
        server.addClinic("b");
        herself.postForm("/me/answers", answer("AFTER_24_H", 4));
        Matcher found = TAKE_BACK.matcher(me());
        assertThat(found.find()).isTrue();

        assertThat(server.as(Role.PATIENT, "b")
                        .postForm(found.group(), Map.of("version", "1"))
                        .status())
                .isEqualTo(404);
        assertThat(clinician.postForm(found.group(), Map.of("version", "1")).status())
                .isEqualTo(403);
        assertThat(clinician.postForm("/me/answers", answer("AFTER_24_H", 4)).status())
                .isEqualTo(403);
        server.clock().forward(Duration.ofDays(1));
        herself = server.as(Role.PATIENT, name);
        Answer late = herself.postForm(found.group(), Map.of("version", "1"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("only on its day");
        assertThat(me()).contains("pain 4 of 10").doesNotContainPattern(TAKE_BACK);
    }

    @Test
    void what_cannot_be_is_refused_and_what_is_not_hers_to_write_too() {
        assertThat(herself.postForm("/me/answers", answer("AFTER_24_H", 11)).status())
                .isEqualTo(400);
        assertThat(herself.postForm("/me/answers", answer("NEVER", 3)).status()).isEqualTo(400);
        Map<String, String> handled = answer("AFTER_24_H", 8);
        handled.put("handled", "nothing");
        assertThat(herself.postForm("/me/answers", handled).status()).isEqualTo(400);
        assertThat(me()).doesNotContain("of 10.</p>");
    }

    @Test
    void a_closed_episode_takes_no_answer_and_says_so() {
        close(sample.visit());
        assertThat(clinician
                        .postForm(
                                href + "/close",
                                Map.of(
                                        "version",
                                        "1",
                                        "closedOn",
                                        TODAY.toString(),
                                        "closeReason",
                                        "Done",
                                        "outcome",
                                        "GOAL_REACHED",
                                        "exitTest",
                                        "NOT_DONE",
                                        "noExitTest",
                                        "moved"))
                        .status())
                .isEqualTo(303);

        Answer refused = herself.postForm("/me/answers", answer("AFTER_24_H", 4));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("closed this treatment");
        assertThat(me()).doesNotContain("/me/answers");
    }

    @Test
    void goals_exercises_and_sitting_stand_there_in_plain_words() {
        note("goal", "what", "Run in the park", "target", "5", "unit", "km", "due", "2026-08-01");
        note("goal", "what", "Sit through a film", "due", "2026-10-01");
        note("prescription", "exercise", "Long bridge", "sets", "3", "hold", "20", "side", "LEFT", "daysAWeek", "7");
        note("prescription", "exercise", "Over", "sets", "3", "side", "LEFT", "until", "2026-08-01");
        note(
                "sitting-step",
                "surface",
                "SOFT",
                "planned",
                "60",
                "seconds",
                "60",
                "during",
                "1",
                "before",
                "1",
                "after24",
                "1");

        assertThat(me())
                .contains("Run in the park", "5 km", "The day you chose was 1 August 2026.")
                .contains("Sit through a film", "You want this by 1 October 2026.")
                .contains(
                        "Long bridge", "With your left leg.", "3 times: hold for 20 seconds.", "Every day of the week.")
                .doesNotContain("<h3>Over</h3>")
                .contains("Next: sit for 1 minute and 30 seconds on a soft seat.", "Stop and tell your clinician if");
    }

    @Test
    void nothing_of_a_visit_that_is_open_is_shown_until_it_is_closed() {
        new MeKit(
                        3,
                        sample.patient(),
                        sample.episode(),
                        sample.accounts().get(Role.CLINICIAN).id())
                .tested(TODAY.minusDays(30), 200, 250)
                .into(
                        server.store(),
                        server.clock().instant(),
                        Optional.of(server.addCalibratedSensor(sample, "S-1")),
                        true);
        Map<String, String> today = new LinkedHashMap<>(Map.of("date", TODAY.toString(), "what", "A new goal"));
        assertThat(clinician.postForm(href + "/add/goal", today).status()).isEqualTo(303);

        assertThat(me()).contains("200 N").doesNotContain("A new goal");

        close(sample.visit());
        assertThat(me()).contains("A new goal");
    }
}
