package org.plinth.web.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;

/**
 * A stretch of time as FHIR understands a moment that is known to the day only.
 *
 * @param from first moment
 * @param until first moment after it; empty where it goes on
 */
record DaySpan(Instant from, Optional<Instant> until) {

    static DaySpan of(BaseDateTimeType moment) {
        Instant from = moment.getValue().toInstant();
        var calendar = moment.getValueAsCalendar();
        switch (moment.getPrecision()) {
            case YEAR -> calendar.add(java.util.Calendar.YEAR, 1);
            case MONTH -> calendar.add(java.util.Calendar.MONTH, 1);
            case DAY -> calendar.add(java.util.Calendar.DAY_OF_MONTH, 1);
            case MINUTE -> calendar.add(java.util.Calendar.MINUTE, 1);
            case SECOND -> calendar.add(java.util.Calendar.SECOND, 1);
            case MILLI -> calendar.add(java.util.Calendar.MILLISECOND, 1);
        }
        return new DaySpan(from, Optional.of(calendar.toInstant()));
    }

    static DaySpan of(Period period) {
        DaySpan start = of(period.getStartElement());
        return new DaySpan(
                start.from(), period.hasEnd() ? of(period.getEndElement()).until() : Optional.empty());
    }

    /**
     * What stands behind {@code date=}, after its prefix.
     *
     * @throws IllegalArgumentException if it is no day
     */
    static DaySpan read(String text) {
        try {
            DateTimeType moment = new DateTimeType(text);
            if (moment.getValue() != null) {
                return of(moment);
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("no day", e);
        }
        throw new IllegalArgumentException("no day");
    }

    private boolean endsBy(Instant moment) {
        return until.filter(end -> !end.isAfter(moment)).isPresent();
    }

    /** Whether this lies within the other. */
    boolean within(DaySpan other) {
        Instant end = other.until().orElse(Instant.MAX);
        return !from.isBefore(other.from()) && endsBy(end);
    }

    /** Whether some of it lies after the other. */
    boolean reachesBeyond(DaySpan other) {
        return !endsBy(other.until().orElse(Instant.MAX));
    }

    /** Whether some of it lies before the other. */
    boolean beginsBefore(DaySpan other) {
        return from.isBefore(other.from());
    }

    /** Whether all of it lies after the other. */
    boolean isAfter(DaySpan other) {
        return other.endsBy(from);
    }

    /** Whether all of it lies before the other. */
    boolean isBefore(DaySpan other) {
        return endsBy(other.from());
    }
}
