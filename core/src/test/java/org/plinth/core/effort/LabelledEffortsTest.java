package org.plinth.core.effort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.effort.LabelledRecordings.Label;
import org.plinth.core.effort.LabelledRecordings.Labelled;
import org.plinth.core.testkit.GeneratedPage;

/** 5000 labelled efforts at ten rates; what was found is published beside the rules. */
@Tag("slow")
class LabelledEffortsTest {

    private static final int EFFORTS_A_RATE = 500;
    private static final double[] RATES = {8, 10, 20, 40, 80, 89.2, 200, 500, 1000, 2000};

    @Test
    void finds_them_and_says_how_well_at_each_rate() {
        StringBuilder rows = new StringBuilder();
        int total = 0;
        for (double rate : RATES) {
            Score score = score(rate);
            total += score.labels;
            rows.append(score.row());
            if (rate >= 40) {
                assertThat(score.f1()).as("F1 at %s Hz", rate).isGreaterThanOrEqualTo(0.99);
            }
            assertThat(score.f1()).as("F1 at %s Hz", rate).isGreaterThanOrEqualTo(0.95);
        }
        assertThat(total).isGreaterThanOrEqualTo(5000);
        GeneratedPage.check("efforts.md", page(rows.toString()));
    }

    private static Score score(double rate) {
        LabelledRecordings recordings = new LabelledRecordings(20260105L + Math.round(rate), rate, rate == 89.2);
        Score score = new Score(rate);
        while (score.labels < EFFORTS_A_RATE) {
            score.add(recordings.next());
        }
        return score;
    }

    /** Found against labelled: a cut start that is not rejected is a wrong find. */
    private static final class Score {
        private final double rate;
        private final List<Double> onsetErrors = new ArrayList<>();
        private int labels;
        private int hits;
        private int missed;
        private int wrong;

        Score(double rate) {
            this.rate = rate;
        }

        void add(Labelled recording) {
            List<Effort> candidates = new ArrayList<>(EffortFinder.find(recording.trace()));
            candidates.removeIf(effort -> !effort.isCandidate());
            labels += recording.labels().size();
            for (Label label : recording.labels()) {
                if (!label.cut()) {
                    match(label, candidates);
                }
            }
            wrong += candidates.size();
        }

        private void match(Label label, List<Effort> candidates) {
            for (Effort effort : candidates) {
                double onset = effort.onsetMicros() / 1e6 - 1;
                double end = effort.endMicros() / 1e6 - 1;
                double both = Math.min(end, label.end()) - Math.max(onset, label.onset());
                double either = Math.max(end, label.end()) - Math.min(onset, label.onset());
                if (both / either >= 0.5) {
                    hits++;
                    onsetErrors.add(1000 * (onset - label.onset()));
                    candidates.remove(effort);
                    return;
                }
            }
            missed++;
        }

        double f1() {
            return 2.0 * hits / (2.0 * hits + missed + wrong);
        }

        String row() {
            Collections.sort(onsetErrors);
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %.3f | %.0f | %.0f to %.0f |%n",
                    rate == Math.rint(rate) ? Long.toString(Math.round(rate)) : rate + " in packets",
                    labels,
                    missed,
                    wrong,
                    f1(),
                    at(0.5),
                    at(0.05),
                    at(0.95));
        }

        private double at(double part) {
            return onsetErrors.get((int) (part * (onsetErrors.size() - 1)));
        }
    }

    private static String page(String rows) {
        StringBuilder rules = new StringBuilder();
        for (EffortRules.Rule rule : EffortRules.table()) {
            rules.append("| ")
                    .append(rule.name())
                    .append(rule.rejects() ? " | reject | " : " | flag | ")
                    .append(rule.condition())
                    .append(" | ")
                    .append(rule.consequence())
                    .append(" |\n");
        }
        return """
                # Efforts: rules, and how well they are found

                Written by `LabelledEffortsTest`; do not edit.

                ## Rules

                The first rejection that applies is the one given; flags stand beside it.

                | name | kind | when | what follows |
                |---|---|---|---|
                %s
                ## Found against labelled

                Synthetic efforts made without the finder's rules: 30 to 600 N, rise 0.25 to 1.6 s, hold 1.2 to 6 s, noise
                0.05 to 2 N, drift up to 0.4 N/s, breathing, pretension up to 18 N, tremor, fatigue, uneven time; one in
                eight a double effort; before a third of them the limb is moved on the sensor, before another third the
                strap is taken up by 2 to 15 N. A recording in six begins in mid-effort; such an effort is labelled as a
                reject, and a candidate there is
                wrong. An effort is found where it and its label share half of the time they cover together.

                Onset error is the found onset less the true start of the rise. It is late by the time that force needs to
                pass the threshold, which is longest for slow rises and noisy sensors.

                | rate Hz | labelled | missed | wrong | F1 | onset error, median ms | 5 %% to 95 %% ms |
                |---|---|---|---|---|---|---|
                %s"""
                .formatted(rules, rows);
    }
}
