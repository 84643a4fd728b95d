package org.plinth.web.measure;

import java.time.LocalDate;
import org.plinth.web.clinic.TestSymmetry;

/**
 * The symmetry of one visit in a course.
 *
 * @param date local date of the visit
 * @param symmetry or its refusal
 * @param startsSegment whether its set-up differs from the point before: no line joins them
 */
public record SymmetryPoint(LocalDate date, TestSymmetry symmetry, boolean startsSegment) {}
