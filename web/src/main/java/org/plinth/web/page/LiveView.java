package org.plinth.web.page;

import java.util.List;

/**
 * The page that records a visit. What changes during the visit comes from the API and the live socket; this is what does
 * not, and what the page begins with.
 *
 * @param visit id, 32 hexadecimal digits
 * @param patient id of the patient of this visit; sent along with every request, so that the server can refuse a mix-up
 * @param version of the visit when the page was made
 * @param closed whether the visit is closed
 * @param injured {@code LEFT}, {@code RIGHT} or {@code BILATERAL}
 * @param firstSide {@code LEFT} or {@code RIGHT}: the uninjured one, or left where both are injured
 * @param left how the left leg is named: "Left, the injured leg"
 * @param right how the right leg is named
 * @param unit in which force is shown: its symbol
 * @param newtonsPerUnit what one of it is [N]
 * @param threshold reference line for symmetry [%]
 * @param positions to choose from, in the order of the catalogue
 * @param fixations to choose from
 * @param tests set up so far, oldest first
 * @param summaryHref the visit's summary
 * @param patientHref the patient's page
 */
public record LiveView(
        String visit,
        String patient,
        int version,
        boolean closed,
        String injured,
        String firstSide,
        String left,
        String right,
        String unit,
        double newtonsPerUnit,
        double threshold,
        List<Position> positions,
        List<Option> fixations,
        List<Test> tests,
        String summaryHref,
        String patientHref) {

    /** Copies the lists. */
    public LiveView {
        positions = List.copyOf(positions);
        fixations = List.copyOf(fixations);
        tests = List.copyOf(tests);
    }

    /**
     * A position to choose.
     *
     * @param id of the catalogue
     * @param name "Prone curl, knee 15°"
     * @param body {@code prone}, {@code supine}, {@code sitting}, {@code standing}, {@code kneeling} or {@code machine}
     * @param bodyWords how she lies and from where the picture is seen
     * @param tareState {@code UNLOADED} or {@code LIMB_RESTING}
     * @param tareWords what to do before the sensor is zeroed
     * @param setUp in sentences, in order
     * @param instruction what is said to the patient
     * @param repetitions planned valid efforts a side
     * @param holdSeconds of one effort; 0 where it is to failure or a movement
     * @param restSeconds between efforts
     * @param bilateral whether both legs work at once
     * @param symmetry whether limb symmetry is defined
     * @param errorKnown ids of the fixations for which a measurement error is known
     */
    public record Position(
            String id,
            String name,
            String body,
            String bodyWords,
            String tareState,
            String tareWords,
            List<String> setUp,
            String instruction,
            int repetitions,
            int holdSeconds,
            int restSeconds,
            boolean bilateral,
            boolean symmetry,
            List<String> errorKnown) {

        /** Copies the lists. */
        public Position {
            setUp = List.copyOf(setUp);
            errorKnown = List.copyOf(errorKnown);
        }
    }

    /**
     * A test that was set up at this visit.
     *
     * @param id 32 hexadecimal digits
     * @param position id of its position
     * @param fixation id of its fixation
     */
    public record Test(String id, String position, String fixation) {}
}
