package org.plinth.web.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/**
 * A search, as it was asked.
 *
 * @param ids one of these; empty for any
 * @param patient whose, by her name here
 * @param codes each a list of which one must be had
 * @param dates all must hold
 * @param written when last written: all must hold
 * @param count most resources of a page
 * @param cursor where the page begins
 * @param ignored parameters that were not understood
 */
record SearchAsked(
        Set<String> ids,
        Optional<String> patient,
        List<List<String>> codes,
        List<DayAsked> dates,
        List<DayAsked> written,
        int count,
        Optional<Cursor> cursor,
        List<String> ignored) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String PATIENT = "Patient/";

    /**
     * Reads it.
     *
     * @param strict whether what is not understood is refused rather than ignored
     */
    static SearchAsked read(String type, Map<String, List<String>> parameters, boolean strict) {
        Reader reader = new Reader(type);
        parameters.forEach((name, values) -> values.forEach(value -> reader.take(name, value)));
        if (strict && !reader.ignored.isEmpty()) {
            throw FhirRefused.parameter(reader.ignored.get(0));
        }
        return reader.asked();
    }

    /** Whether this resource is one of them. */
    boolean matches(Resource resource) {
        return (ids.isEmpty() || ids.contains(resource.getIdElement().getIdPart()))
                && codes.stream().allMatch(any -> any.stream().anyMatch(code -> Index.has(resource, code)))
                && (dates.isEmpty() || holds(dates, Index.time(resource)))
                && (written.isEmpty() || holds(written, Index.written(resource)));
    }

    private static boolean holds(List<DayAsked> asked, Optional<DaySpan> of) {
        return of.isPresent() && asked.stream().allMatch(one -> one.holds(of.get()));
    }

    private static final class Reader {
        private final String type;
        private Set<String> ids = Set.of();
        private Optional<String> patient = Optional.empty();
        private final List<List<String>> codes = new ArrayList<>();
        private final List<DayAsked> dates = new ArrayList<>();
        private final List<DayAsked> written = new ArrayList<>();
        private int count = USUAL;
        private Optional<Cursor> cursor = Optional.empty();
        private final List<String> ignored = new ArrayList<>();

        Reader(String type) {
            this.type = type;
        }

        void take(String name, String value) {
            boolean ofPatient = PatientResources.TYPES.contains(type) && !type.equals("Patient");
            switch (name) {
                case "_id" -> ids = Set.of(value.split(",", -1));
                case "_lastUpdated" -> written.add(day(name, value));
                case "_count" -> count = count(value);
                case "_cursor" -> cursor = Optional.of(Cursor.read(value).orElseThrow(() -> FhirRefused.value(name)));
                case "_format" -> requireJson(value);
                case "patient", "subject" -> onlyIf(ofPatient, name, () -> patient = Optional.of(plain(value)));
                case "code" -> onlyIf(Index.CODED.contains(type), name, () -> codes.add(List.of(value.split(",", -1))));
                case "date" -> onlyIf(Index.DATED.contains(type), name, () -> dates.add(day(name, value)));
                default -> ignored.add(name);
            }
        }

        private void onlyIf(boolean known, String name, Runnable take) {
            if (known) {
                take.run();
            } else {
                ignored.add(name);
            }
        }

        private static DayAsked day(String name, String value) {
            return DayAsked.read(value).orElseThrow(() -> FhirRefused.value(name));
        }

        private static String plain(String reference) {
            return reference.startsWith(PATIENT) ? reference.substring(PATIENT.length()) : reference;
        }

        private static int count(String value) {
            if (!value.matches("\\d{1,6}")) {
                throw FhirRefused.value("_count");
            }
            return Math.max(1, Math.min(MOST, Integer.parseInt(value)));
        }

        private static void requireJson(String value) {
            if (!Set.of("json", "application/json", FhirNames.CONTENT_TYPE).contains(value.replace(' ', '+'))) {
                throw FhirRefused.value("_format");
            }
        }

        SearchAsked asked() {
            return new SearchAsked(ids, patient, codes, dates, written, count, cursor, ignored);
        }
    }
}
