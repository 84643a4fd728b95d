package org.plinth.web.fhir;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Store;

/** Counts of a clinic as a whole: closed episodes, those that were tested, those with two comparable tests. Names nobody. */
final class MeasureMapper {

    private final Making making;

    MeasureMapper(Making making) {
        this.making = making;
    }

    /** Counts of closed episodes: all, with a result, with results of one series at two visits or more. */
    private static final class Counts {
        int closed;
        int tested;
        int paired;

        void take(Episode episode, Set<Id<Visit>> tested, boolean isPaired) {
            if (episode.closedOn().isPresent()) {
                closed++;
                this.tested += tested.isEmpty() ? 0 : 1;
                paired += isPaired ? 1 : 0;
            }
        }
    }

    Resource report(Store store, FhirSource.Asked asked, List<Id<Patient>> people) {
        Counts counts = new Counts();
        for (Id<Patient> patient : people) {
            store.read(stores -> stores.patients().file(asked.clinic().id(), patient))
                    .ifPresent(file -> file.episodes().forEach(episode -> {
                        Set<Id<Visit>> visits = new HashSet<>();
                        file.visits().stream()
                                .filter(visit -> visit.episode().equals(episode.id()))
                                .forEach(visit -> visits.add(visit.id()));
                        Map<String, Set<Id<Visit>>> bySeries = new HashMap<>();
                        Set<Id<Visit>> tested = new HashSet<>();
                        file.results().stream()
                                .filter(one -> visits.contains(one.visit()))
                                .forEach(one -> {
                                    tested.add(one.visit());
                                    bySeries.computeIfAbsent(one.key().canonical(), key -> new HashSet<>())
                                            .add(one.visit());
                                });
                        counts.take(episode, tested, bySeries.values().stream().anyMatch(all -> all.size() > 1));
                    }));
        }
        return made(asked, counts);
    }

    private MeasureReport made(FhirSource.Asked asked, Counts counts) {
        MeasureReport made = making.named(new MeasureReport(), "completeness", 1, Optional.empty());
        made.getMeta().getTag().clear();
        made.setStatus(MeasureReportStatus.COMPLETE).setType(MeasureReportType.SUMMARY);
        made.setMeasure(FhirNames.MEASURE);
        made.setReporter(making.clinic());
        ZoneId zone = asked.clinic().zone();
        made.setDateElement(Making.moment(asked.at()));
        made.setPeriod(new Period()
                .setStartElement(new DateTimeType("1970"))
                .setEndElement(
                        new DateTimeType(LocalDate.ofInstant(asked.at(), zone).toString())));
        MeasureReportGroupComponent group = made.addGroup();
        count(group, "hl7-initial", counts.closed);
        count(group, "hl7-denominator", counts.tested);
        count(group, "hl7-numerator", counts.paired);
        return made;
    }

    private void count(MeasureReportGroupComponent group, String population, int count) {
        group.addPopulation().setCode(making.codes().concept(population)).setCount(count);
    }
}
