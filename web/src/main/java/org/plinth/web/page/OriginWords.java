package org.plinth.web.page;

import java.util.Optional;
import org.plinth.core.formula.Origin;
import org.plinth.core.visit.Side;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/** Where an input comes from, in words, and the page that works it where there is one. */
final class OriginWords {

    private final Texts texts;
    private final Numbers numbers;
    private final Sides sides;
    private final Places places;

    /** Addresses of the numbers around the one that is worked. */
    interface Places {

        /** Of an effort's number, by the number of the effort on its side. */
        default Optional<String> effort(Side side, int number, String formula) {
            return Optional.empty();
        }

        /** Of another number of the same effort. */
        default Optional<String> sameEffort(String formula) {
            return Optional.empty();
        }

        /** Of a number of the test. */
        default Optional<String> test(Optional<Side> side, String formula) {
            return Optional.empty();
        }

        /** Of a number of the course. */
        default Optional<String> course(Side side, String formula) {
            return Optional.empty();
        }

        /** Of a value on a date. */
        default Optional<String> visit(Origin.OfVisit visit) {
            return Optional.empty();
        }
    }

    OriginWords(Texts texts, Numbers numbers, Places places) {
        this.texts = texts;
        this.numbers = numbers;
        this.sides = new Sides(texts);
        this.places = places;
    }

    String words(Origin origin) {
        if (origin instanceof Origin.OfEffort effort) {
            String key = effort.formula().equals("baseline_N") ? "number.from.effort.baseline" : "number.from.effort";
            return texts.text(key, sides.name(effort.side()), effort.number());
        }
        if (origin instanceof Origin.OfTest test) {
            return test.side()
                    .map(side -> texts.text("number.from.side", sides.inSentence(side)))
                    .orElseGet(() -> texts.text("number.from.test"));
        }
        if (origin instanceof Origin.OfVisit visit) {
            return texts.text("number.from.visit", numbers.date(visit.date()));
        }
        if (origin instanceof Origin.OfCourse course) {
            return texts.text("number.from.course", sides.name(course.side()));
        }
        if (origin instanceof Origin.OfError known) {
            String key = known.error().provisional() ? "number.from.error.provisional" : "number.from.error.own";
            return texts.text(key, known.error().source());
        }
        if (origin instanceof Origin.OfThisEffort) {
            return texts.text("number.from.thiseffort");
        }
        if (origin instanceof Origin.Setting) {
            return texts.text("number.from.setting");
        }
        return texts.text(origin instanceof Origin.Recording ? "number.from.samples" : "number.from.method");
    }

    Optional<String> href(Origin origin) {
        if (origin instanceof Origin.OfEffort effort) {
            return places.effort(effort.side(), effort.number(), effort.formula());
        }
        if (origin instanceof Origin.OfThisEffort same) {
            return places.sameEffort(same.formula());
        }
        if (origin instanceof Origin.OfTest test) {
            return places.test(test.side(), test.formula());
        }
        if (origin instanceof Origin.OfCourse course) {
            return places.course(course.side(), course.formula());
        }
        return origin instanceof Origin.OfVisit visit ? places.visit(visit) : Optional.empty();
    }
}
