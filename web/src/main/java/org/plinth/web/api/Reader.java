package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.export.Pseudonyms;

/**
 * How a course is told: with ids and dates, or by pseudonym and days. Days count from the first day of the episode, and stand there
 * in both.
 */
sealed interface Reader {

    /** By ids and dates, for who may know whom it is about. */
    record Named() implements Reader {
        @Override
        public String key(String kind, Id<?> id) {
            return id.toString();
        }

        @Override
        public void date(ObjectNode json, String name, LocalDate day) {
            json.put(name, day.toString());
        }

        @Override
        public boolean named() {
            return true;
        }
    }

    /** By pseudonym, without a date or anybody's words. */
    record ByPseudonym(Pseudonyms pseudonyms) implements Reader {
        @Override
        public String key(String kind, Id<?> id) {
            return pseudonyms.of(kind, id);
        }

        @Override
        public void date(ObjectNode json, String name, LocalDate day) {
            // A date leads to a person; the day of the episode does not by itself.
        }

        @Override
        public boolean named() {
            return false;
        }
    }

    /** What stands for an id; {@code kind} is P for a patient, E for an episode. */
    String key(String kind, Id<?> id);

    /** A calendar date, where it may be told. */
    void date(ObjectNode json, String name, LocalDate day);

    /** Whether names, dates and people's own words are told. */
    boolean named();

    /** A day: its date where it may be told, and always how many days after the episode began. */
    default void day(ObjectNode json, String name, LocalDate day, LocalDate opened) {
        date(json, name, day);
        json.put((name.equals("date") ? "day" : name) + "_d", ChronoUnit.DAYS.between(opened, day));
    }

    /** The same where there may be none. */
    default void day(ObjectNode json, String name, Optional<LocalDate> day, LocalDate opened) {
        day.ifPresent(on -> day(json, name, on, opened));
    }
}
