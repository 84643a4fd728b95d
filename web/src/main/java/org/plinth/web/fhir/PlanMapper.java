package org.plinth.web.fhir;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.store.HistoryStore.Kind;

/** What she wants, and what she was given to do. Without names the words that somebody typed are left out, the doses are not. */
final class PlanMapper {

    private static final Map<String, String> PRIORITY =
            Map.of("HIGH", "hl7-high", "MIDDLE", "hl7-medium", "LOW", "hl7-low");

    private final Making making;
    private final LocalDate today;

    /** As of this day. */
    PlanMapper(Making making, LocalDate today) {
        this.making = making;
        this.today = today;
    }

    Resource goal(PatientRecord record, EpisodeEntry entry) {
        Map<String, String> values = entry.values();
        Goal made = named(record, entry, new Goal());
        String reached = values.getOrDefault("reached", "");
        made.setLifecycleStatus(
                entry.removed()
                        ? GoalLifecycleStatus.ENTEREDINERROR
                        : reached.isEmpty() ? GoalLifecycleStatus.ACTIVE : GoalLifecycleStatus.COMPLETED);
        achievement(reached).ifPresent(made::setAchievementStatus);
        Optional.ofNullable(PRIORITY.get(values.getOrDefault("importance", "")))
                .ifPresent(local -> made.setPriority(making.codes().concept(local)));
        made.setDescription(new CodeableConcept()
                .setText(making.disclosure()
                        .words(values.getOrDefault("what", ""))
                        .orElseGet(() -> making.text("fhir.words.left"))));
        made.setSubject(making.patient(entry.patient()));
        made.setStart(new DateType(
                making.disclosure().day(entry.patient(), entry.date()).toString()));
        target(entry).ifPresent(made::addTarget);
        return made;
    }

    private Optional<CodeableConcept> achievement(String reached) {
        return switch (reached) {
            case "YES" -> Optional.of(making.codes().concept("hl7-achieved"));
            case "NO" -> Optional.of(making.codes().concept("hl7-not-achieved"));
            case "PARTLY" -> Optional.of(new CodeableConcept().setText(making.text("fhir.goal.partly")));
            default -> Optional.empty();
        };
    }

    /** A day to reach it by needs something to reach, and a number needs its measure in words (rule gol-1). */
    private Optional<GoalTargetComponent> target(EpisodeEntry entry) {
        Map<String, String> values = entry.values();
        GoalTargetComponent target = new GoalTargetComponent();
        String number = values.get("target");
        if (number != null) {
            target.setMeasure(new CodeableConcept().setText(making.text("fhir.goal.measure")));
            target.setDetail(new Quantity()
                    .setValue(new BigDecimal(number))
                    .setUnit(making.disclosure()
                            .words(values.getOrDefault("unit", ""))
                            .orElseGet(() -> making.text("fhir.words.left"))));
        }
        Optional.ofNullable(values.get("due"))
                .map(LocalDate::parse)
                .ifPresent(due -> target.setDue(new DateType(
                        making.disclosure().day(entry.patient(), due).toString())));
        return target.isEmpty() ? Optional.empty() : Optional.of(target);
    }

    Resource plan(PatientRecord record, EpisodeEntry entry) {
        Map<String, String> values = entry.values();
        Optional<LocalDate> until = Optional.ofNullable(values.get("until")).map(LocalDate::parse);
        boolean over = until.filter(today::isAfter).isPresent();
        CarePlan made = named(record, entry, new CarePlan());
        made.setStatus(
                entry.removed()
                        ? CarePlanStatus.ENTEREDINERROR
                        : over ? CarePlanStatus.COMPLETED : CarePlanStatus.ACTIVE);
        made.setIntent(CarePlanIntent.PLAN);
        made.setSubject(making.patient(entry.patient()));
        Period period = new Period().setStartElement(making.day(entry.patient(), entry.date()));
        until.ifPresent(last -> period.setEndElement(making.day(entry.patient(), last)));
        made.setPeriod(period);
        CarePlanActivityDetailComponent detail = made.addActivity().getDetail();
        detail.setStatus(
                entry.removed()
                        ? CarePlanActivityStatus.ENTEREDINERROR
                        : over ? CarePlanActivityStatus.COMPLETED : CarePlanActivityStatus.INPROGRESS);
        detail.setCode(making.codes()
                .concept(
                        "exercise",
                        making.disclosure()
                                .words(values.getOrDefault("exercise", ""))
                                .orElseGet(() -> making.text("fhir.words.left"))));
        detail.setDescription(dose(values));
        return made;
    }

    /** "3 sets, 20 s hold, Left, 2 times a day, 7 days a week". */
    private String dose(Map<String, String> values) {
        return List.of("sets", "reps", "hold", "load", "side", "timesADay", "daysAWeek").stream()
                .filter(values::containsKey)
                .map(field -> making.text("fhir.dose." + field, side(values.getOrDefault(field, ""))))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private String side(String value) {
        return switch (value) {
            case "LEFT" -> making.text("page.side.left");
            case "RIGHT" -> making.text("page.side.right");
            case "BOTH" -> making.text("fhir.side.both");
            default -> value;
        };
    }

    private <R extends Resource> R named(PatientRecord record, EpisodeEntry entry, R resource) {
        return making.named(
                resource,
                making.disclosure().of(entry.patient(), "entry", entry.id()),
                entry.version(),
                record.stamps().of(Kind.ENTRY, entry.id()));
    }
}
