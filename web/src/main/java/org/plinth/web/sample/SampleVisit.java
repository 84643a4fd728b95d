package org.plinth.web.sample;

import org.plinth.core.position.Fixation;

/**
 * One visit as it is planned: what the sensor then shows differs as people do.
 *
 * @param daysAgo before the day on which the clinic is made
 * @param hour local hour of the day
 * @param leftNewtons usual strength of the left leg in a prone curl that day [N]
 * @param rightNewtons the same of the right [N]
 * @param painLeft pain at efforts of the left leg, 0 to 10
 * @param painRight the same of the right
 * @param fixation how the sensor is held
 * @param spareSensor whether the spare sensor is used, which has no calibration
 * @param positions how many of the clinic's two positions are tested
 */
record SampleVisit(
        int daysAgo,
        int hour,
        double leftNewtons,
        double rightNewtons,
        int painLeft,
        int painRight,
        Fixation fixation,
        boolean spareSensor,
        int positions) {

    static SampleVisit of(int daysAgo, double leftNewtons, double rightNewtons) {
        return new SampleVisit(daysAgo, 10, leftNewtons, rightNewtons, 0, 0, Fixation.BELT, false, 2);
    }

    SampleVisit pain(int left, int right) {
        return new SampleVisit(daysAgo, hour, leftNewtons, rightNewtons, left, right, fixation, spareSensor, positions);
    }

    SampleVisit heldBy(Fixation other) {
        return new SampleVisit(
                daysAgo, hour, leftNewtons, rightNewtons, painLeft, painRight, other, spareSensor, positions);
    }

    SampleVisit withSpareSensor() {
        return new SampleVisit(
                daysAgo, hour, leftNewtons, rightNewtons, painLeft, painRight, fixation, true, positions);
    }

    SampleVisit at(int otherHour) {
        return new SampleVisit(
                daysAgo, otherHour, leftNewtons, rightNewtons, painLeft, painRight, fixation, spareSensor, positions);
    }

    SampleVisit onlyCurl() {
        return new SampleVisit(daysAgo, hour, leftNewtons, rightNewtons, painLeft, painRight, fixation, spareSensor, 1);
    }
}
