package org.plinth.web.fhir;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.outcome.OutcomeQuestion;
import org.plinth.web.outcome.OutcomeReader;
import org.plinth.web.outcome.OutcomeSummary;
import org.plinth.web.privacy.Purpose;

/** How many of a clinic's closed episodes have a pair to compare, counted as on the page of outcomes. Names nobody. */
final class MeasureMapper {

    private final Making making;

    MeasureMapper(Making making) {
        this.making = making;
    }

    /** To look at the clinic's own work: who refused that is not counted, whatever the asker may see of her besides. */
    Resource report(FhirSource source, FhirSource.Asked asked) {
        LocalDate today = LocalDate.ofInstant(asked.at(), asked.clinic().zone());
        OutcomeQuestion question = new OutcomeQuestion(
                asked.clinic(), OutcomeQuestion.EVER, today, Optional.empty(), Purpose.AUDIT, asked.hidden());
        OutcomeSummary summary = source.store()
                .read(stores -> OutcomeSummary.of(OutcomeReader.read(
                        stores, source.positions().of(stores, asked.clinic().id()), question)));
        return made(asked, summary);
    }

    private MeasureReport made(FhirSource.Asked asked, OutcomeSummary summary) {
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
        count(group, "hl7-initial", summary.eligible());
        count(group, "hl7-denominator", summary.eligible());
        count(group, "hl7-numerator", summary.paired());
        return made;
    }

    private void count(MeasureReportGroupComponent group, String population, int count) {
        group.addPopulation().setCode(making.codes().concept(population)).setCount(count);
    }
}
