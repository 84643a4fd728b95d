package org.plinth.web.http;

import static org.plinth.web.clinic.Role.ASSISTANT;
import static org.plinth.web.clinic.Role.CLINICIAN;
import static org.plinth.web.clinic.Role.PATIENT;
import static org.plinth.web.http.AccessTable.rule;

import java.util.List;

/** Lines of the access table: an episode as a whole, what is noted in its course, its papers, and what she does at home. */
final class EpisodeRules {

    private static final String EPISODE = "/patients/:id/episodes/:episode";

    static final List<AccessTable.Rule> ALL = List.of(
            rule("GET", EPISODE, ASSISTANT, CLINICIAN),
            rule("GET", EPISODE + "/charts/:kind", ASSISTANT, CLINICIAN),
            rule("GET", EPISODE + "/small.svg", ASSISTANT, CLINICIAN),
            rule("GET", EPISODE + "/add/:kind", ASSISTANT, CLINICIAN),
            rule("POST", EPISODE + "/add/:kind", ASSISTANT, CLINICIAN),
            rule("GET", EPISODE + "/entries/:entry", ASSISTANT, CLINICIAN),
            rule("POST", EPISODE + "/entries/:entry", ASSISTANT, CLINICIAN),
            rule("POST", EPISODE + "/entries/:entry/remove", ASSISTANT, CLINICIAN),
            // papers
            rule("GET", EPISODE + "/report", CLINICIAN),
            rule("POST", EPISODE + "/report", CLINICIAN),
            rule("GET", EPISODE + "/report.pdf", CLINICIAN),
            rule("GET", EPISODE + "/report/charts/:position/:kind", CLINICIAN),
            rule("GET", EPISODE + "/take-home", ASSISTANT, CLINICIAN),
            rule("POST", EPISODE + "/take-home", ASSISTANT, CLINICIAN),
            rule("GET", EPISODE + "/take-home.pdf", ASSISTANT, CLINICIAN),
            // her own paper, of closed visits alone, and what she says at home
            rule("GET", "/me/report.pdf", PATIENT),
            rule("POST", "/me/answers", PATIENT),
            rule("POST", "/me/answers/:entry/remove", PATIENT),
            // all open episodes of the clinic at a glance
            rule("GET", "/overview", ASSISTANT, CLINICIAN));

    private EpisodeRules() {}
}
