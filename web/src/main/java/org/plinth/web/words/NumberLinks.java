package org.plinth.web.words;

import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Visit;

/**
 * Where the numbers of a page lead. A page picks one of these and shows {@code links.of(said)} with template {@code
 * part/said}: a new number needs no more. Addresses hold opaque ids and formula ids, nothing of a patient.
 */
public interface NumberLinks {

    /** Where this number leads. */
    String href(Said.Figure number);

    /** The links of one test among many; the same where a page does not tell them apart. */
    default NumberLinks at(Id<Visit> visit, Id<PositionTest> test) {
        return this;
    }

    /** Of a page about one test: each number worked. */
    static NumberLinks ofTest(Id<Visit> visit, Id<PositionTest> test) {
        return number -> address("/visits/" + visit + "/tests/" + test + "/numbers/", number);
    }

    /** Of a page about a patient's position: change and baseline worked; {@link #at} gives those of one test. */
    static NumberLinks ofCourse(String patientHref, String position) {
        return new NumberLinks() {
            @Override
            public String href(Said.Figure number) {
                return address(patientHref + "/courses/" + position + "/numbers/", number);
            }

            @Override
            public NumberLinks at(Id<Visit> visit, Id<PositionTest> test) {
                return ofTest(visit, test);
            }
        };
    }

    /** Where nothing is stored: to the formula itself. */
    static NumberLinks toFormulas() {
        return number -> formula(number.formula());
    }

    /** For a patient: to what the number means, in plain words. */
    static NumberLinks toPlainWords() {
        return number -> "/me/numbers/" + number.formula();
    }

    /** The page of a formula. */
    static String formula(String id) {
        return "/formulas/" + id;
    }

    /** A sentence with its numbers linked. */
    default Linked of(Said said) {
        return new Linked(said.pieces().stream().map(this::bit).toList());
    }

    /** Where a sentence that is one number leads. */
    default String to(Said number) {
        if (number.pieces().size() == 1 && number.pieces().get(0) instanceof Said.Figure one) {
            return href(one);
        }
        throw new IllegalArgumentException("one number was expected, not: " + number);
    }

    /** Sentences with their numbers linked. */
    default List<Linked> of(List<Said> said) {
        return said.stream().map(this::of).toList();
    }

    private Linked.Bit bit(Said.Piece piece) {
        return piece instanceof Said.Figure number
                ? new Linked.Bit(number.text(), Optional.of(number.formula()), Optional.of(href(number)))
                : new Linked.Bit(piece.text(), Optional.empty(), Optional.empty());
    }

    private static String address(String root, Said.Figure number) {
        if (!number.worked()) {
            return formula(number.formula());
        }
        return root + number.formula() + (number.which().isEmpty() ? "" : "?" + number.which());
    }
}
