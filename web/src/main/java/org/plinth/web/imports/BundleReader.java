package org.plinth.web.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plinth.web.edit.Plausible;
import org.plinth.web.imports.FoundRow.Newcomer;

/** Reads the patients of one bundle. One thread; use once. */
final class BundleReader {

    private static final String SNOMED = "http://snomed.info/sct";

    /** SNOMED CT: left 7771000, right 24028007, right and left 51440002; no other code says a side here. */
    private static final Map<String, String> SIDES = Map.of("7771000", "LEFT", "24028007", "RIGHT", "51440002", "BOTH");

    /** Beside a body site in words, Plinth's own files say the side in this extension. */
    private static final String LATERALITY = "https://plinth.invalid/fhir/StructureDefinition/plinth-laterality";

    /** FHIR R4, condition-ver-status and condition-clinical: what was never so, and what is over. */
    private static final Set<String> NEVER = Set.of("entered-in-error", "refuted");

    private static final Set<String> OVER = Set.of("inactive", "remission", "resolved");

    private static final Set<String> OF_PATIENT = Set.of("Condition", "EpisodeOfCare");

    private final JsonNode entries;
    private final LocalDate today;
    private final Map<String, Integer> byReference = new HashMap<>();
    private final Map<Integer, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Integer> left = new TreeMap<>();
    private final List<ImportFault> faults = new ArrayList<>();
    private int conditionsLeft;

    private static final class Draft {
        private final List<ImportFault> faults = new ArrayList<>();
        private final List<Condition> conditions = new ArrayList<>();
        private Person person = Person.unknown();
    }

    /** A condition that stands: its words and the sides it names belong together. */
    private record Condition(int at, String words, Set<String> sides) {

        boolean isSided() {
            return !sides.isEmpty();
        }
    }

    BundleReader(JsonNode bundle, LocalDate today) {
        this.entries = bundle.path("entry");
        this.today = today;
    }

    Found read() {
        for (int i = 0; i < entries.size(); i++) {
            JsonNode resource = entries.get(i).path("resource");
            if (resource.path("resourceType").asText("").equals("Patient")) {
                name(i, resource);
                drafts.put(i, patient(i, resource));
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            JsonNode resource = entries.get(i).path("resource");
            String type = resource.path("resourceType").asText("");
            if (OF_PATIENT.contains(type)) {
                ofPatient(i, resource, type);
            } else if (!type.equals("Patient")) {
                left.merge(type.isEmpty() ? "?" : type.replaceAll("[^A-Za-z]", "?"), 1, Integer::sum);
            }
        }
        if (drafts.isEmpty() && faults.isEmpty()) {
            faults.add(ImportFault.ofFile("bundle.nobody"));
        }
        if (drafts.size() > Table.MOST_ROWS) {
            return Found.failed(ImportFault.ofFile("manyRows", Table.MOST_ROWS));
        }
        List<FoundRow> rows = new ArrayList<>();
        drafts.forEach((at, draft) -> rows.add(row(at, draft)));
        List<ImportFault> notices = new ArrayList<>();
        if (conditionsLeft > 0) {
            notices.add(ImportFault.ofFile("conditionLeft", conditionsLeft));
        }
        left.forEach((type, count) -> notices.add(ImportFault.ofFile("resourceLeft", count, type)));
        return new Found(rows, faults, notices, List.of(), List.of());
    }

    private void name(int at, JsonNode resource) {
        String id = resource.path("id").asText("");
        String url = entries.get(at).path("fullUrl").asText("");
        for (String name : List.of(id.isEmpty() ? "" : "Patient/" + id, url)) {
            Integer before = name.isEmpty() ? null : byReference.put(name, at);
            if (before != null) {
                faults.add(fault(at, "fullUrl", name, "bundle.twice", before + 1));
            }
        }
    }

    private static ImportFault fault(int at, String path, String found, String key, Object... arguments) {
        return new ImportFault(
                0,
                OptionalLong.empty(),
                Optional.of("Bundle.entry[" + at + "]." + path),
                found,
                key,
                List.of(arguments));
    }

    private Draft patient(int at, JsonNode resource) {
        Draft draft = new Draft();
        JsonNode names = resource.path("name");
        JsonNode name = names.path(0);
        for (JsonNode one : names) {
            name = one.path("use").asText("").equals("official") ? one : name;
        }
        List<String> given = new ArrayList<>();
        name.path("given").forEach(one -> given.add(one.asText("")));
        String family = text(at, "resource.name.family", name.path("family").asText(""), draft);
        String first = text(at, "resource.name.given", String.join(" ", given), draft);
        JsonNode identifier = resource.path("identifier").path(0).path("value");
        Optional<String> number = identifier.isTextual()
                ? Optional.of(text(at, "resource.identifier.value", identifier.asText(), draft))
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
        draft.person =
                new Person(family, first, born(at, resource.path("birthDate").asText(""), draft), number);
        return draft;
    }

    private static String text(int at, String path, String value, Draft draft) {
        boolean must = !path.contains("identifier");
        try {
            String text = Cell.text(value);
            if (text.isEmpty() && must) {
                draft.faults.add(fault(at, path, "", "empty"));
            }
            return text;
        } catch (WrongCell e) {
            draft.faults.add(fault(at, path, value, e.key(), e.arguments()));
            return "";
        }
    }

    /** FHIR lets a year or a month stand for a date of birth; as a second identifier that is too little. */
    private Optional<LocalDate> born(int at, String text, Draft draft) {
        try {
            LocalDate born = LocalDate.parse(text);
            if (born.isAfter(today)) {
                draft.faults.add(fault(at, "resource.birthDate", text, "future"));
            } else if (born.isBefore(today.minusYears(Plausible.MOST_AGE_YEARS))) {
                draft.faults.add(fault(at, "resource.birthDate", text, "tooOld", Plausible.MOST_AGE_YEARS));
            }
            return Optional.of(born);
        } catch (DateTimeException e) {
            draft.faults.add(fault(at, "resource.birthDate", text, text.isEmpty() ? "empty" : "bundle.birthDate"));
            return Optional.empty();
        }
    }

    private void ofPatient(int at, JsonNode resource, String type) {
        String field = type.equals("Condition") ? "subject" : "patient";
        String reference = resource.path(field).path("reference").asText("");
        Draft draft = drafts.get(byReference.getOrDefault(reference, -1));
        if (draft == null) {
            faults.add(fault(at, "resource." + field + ".reference", reference, "bundle.reference"));
            return;
        }
        if (!type.equals("Condition")) {
            left.merge(type, 1, Integer::sum);
            return;
        }
        if (says(resource.path("verificationStatus"), NEVER) || says(resource.path("clinicalStatus"), OVER)) {
            conditionsLeft++;
            return;
        }
        JsonNode code = resource.path("code");
        String words = code.path("text")
                .asText(code.path("coding").path(0).path("display").asText(""));
        draft.conditions.add(new Condition(at, words, sides(resource)));
    }

    private static boolean says(JsonNode status, Set<String> codes) {
        for (JsonNode coding : status.path("coding")) {
            if (codes.contains(coding.path("code").asText(""))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> sides(JsonNode resource) {
        Set<String> sides = new TreeSet<>();
        for (JsonNode site : resource.path("bodySite")) {
            for (JsonNode coding : site.path("coding")) {
                sides.addAll(side(coding));
            }
            for (JsonNode extension : site.path("extension")) {
                if (extension.path("url").asText("").equals(LATERALITY)) {
                    for (JsonNode coding :
                            extension.path("valueCodeableConcept").path("coding")) {
                        sides.addAll(side(coding));
                    }
                }
            }
        }
        return sides;
    }

    private static Set<String> side(JsonNode coding) {
        String side = SIDES.getOrDefault(coding.path("code").asText(""), "");
        return coding.path("system").asText("").equals(SNOMED) && !side.isEmpty() ? Set.of(side) : Set.of();
    }

    /** One condition that names a side is what she comes for; which of several is not for a program to say. */
    private static Optional<Condition> chosen(Draft draft) {
        List<Condition> sided =
                draft.conditions.stream().filter(Condition::isSided).toList();
        if (areBothLegsOfOne(sided)) {
            Condition first = sided.get(0);
            return Optional.of(new Condition(first.at(), first.words(), Set.of("BOTH")));
        }
        if (sided.size() > 1) {
            Condition second = sided.get(1);
            String found = String.join(", ", second.sides());
            draft.faults.add(fault(second.at(), "resource.bodySite", found, "bundle.conditions", sided.size()));
        }
        return sided.stream().findFirst().or(() -> draft.conditions.stream()
                .filter(one -> !one.words().isEmpty())
                .findFirst());
    }

    /** One problem in the same words, told once for the left and once for the right: so Plinth's own files have it too. */
    private static boolean areBothLegsOfOne(List<Condition> sided) {
        return sided.size() == 2
                && !sided.get(0).words().isBlank()
                && Cell.fold(sided.get(0).words()).equals(Cell.fold(sided.get(1).words()))
                && Set.of(sided.get(0).sides(), sided.get(1).sides()).equals(Set.of(Set.of("LEFT"), Set.of("RIGHT")));
    }

    private static FoundRow row(int at, Draft draft) {
        Optional<Condition> chosen = chosen(draft);
        String problem = chosen.filter(one -> !one.words().isEmpty())
                .map(one -> text(one.at(), "resource.code.text", one.words(), draft))
                .orElse("");
        chosen.filter(one -> one.sides().size() > 1)
                .ifPresent(one -> draft.faults.add(
                        fault(one.at(), "resource.bodySite", String.join(", ", one.sides()), "bundle.sides")));
        Newcomer newcomer = new Newcomer(
                problem,
                chosen.flatMap(one -> one.sides().stream().findFirst()).map(PatientTableImport::involvement),
                Optional.empty());
        return new FoundRow(
                0, at + 1L, draft.person, newcomer, PatientTableImport.identity(draft.person), draft.faults);
    }
}
