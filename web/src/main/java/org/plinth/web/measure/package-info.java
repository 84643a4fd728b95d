/**
 * From decided efforts to results, symmetry and the course over visits. Pure: no I/O, no clock. Start at {@code
 * TestMeasurement} for one test and at {@code Course} for many visits.
 */
package org.plinth.web.measure;
