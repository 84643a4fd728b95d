package org.plinth.web.visit;

import java.util.Optional;
import org.plinth.core.screening.ScreeningForm;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Screening;
import org.plinth.web.clinic.Visit;

/**
 * The questions before the first maximal effort of a visit, and what was answered.
 *
 * @param visit which
 * @param form the questions that are asked now
 * @param answered the answers that stand
 * @param consent what the patient last said about being tested at all
 * @param firstVisit whether nothing was ever tested at an earlier visit
 * @param blocked why no maximal effort may be recorded at this visit; empty when one may
 */
public record ScreeningSheet(
        Visit visit,
        ScreeningForm form,
        Optional<Screening> answered,
        Optional<Consent> consent,
        boolean firstVisit,
        Optional<StartBlock> blocked) {}
