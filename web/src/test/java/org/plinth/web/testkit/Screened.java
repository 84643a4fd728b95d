package org.plinth.web.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.visit.ScreeningAnswers;
import org.plinth.web.visit.ScreeningSheet;
import org.plinth.web.visit.VisitDesk;

/** Answers what is asked before the first maximal effort of a visit: nothing applies, and the patient agrees. */
public final class Screened {

    private Screened() {}

    /** By a call of the desk; a visit that is screened already, or closed, stays as it is. */
    public static Visit on(VisitDesk desk, Act act, Visit visit) {
        ScreeningSheet sheet = desk.screening(act.clinic(), visit.id());
        if (sheet.answered().isEmpty() && !visit.closed()) {
            desk.screen(act, visit.id(), answers(sheet, Set.of(), true));
        }
        return visit;
    }

    /** These answers to the questions of this sheet. */
    public static ScreeningAnswers answers(ScreeningSheet sheet, Set<String> yes, boolean goesOn) {
        int seen = sheet.answered().map(answered -> answered.number()).orElse(0);
        return new ScreeningAnswers(sheet.form().id(), sheet.form().version(), yes, true, goesOn, seen);
    }

    /** Over HTTP; gives the id of the visit back. */
    public static String over(Browser browser, String visit) {
        Browser.Answer answer = browser.postJson("/api/visits/" + visit + "/screening", body(List.of(), true, 0));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return visit;
    }

    /** What a page sends. */
    public static Map<String, Object> body(List<String> yes, boolean goesOn, int seen) {
        return Map.of(
                "form",
                "pht-screening",
                "formVersion",
                1,
                "yes",
                yes,
                "agreed",
                "YES",
                "goesOn",
                goesOn ? "YES" : "NO",
                "numberSeen",
                seen);
    }
}
