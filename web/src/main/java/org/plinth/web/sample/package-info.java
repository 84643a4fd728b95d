/**
 * The sample clinic: made-up people whose recordings went through the same path as real ones. Marked as sample data
 * wherever a person sees them. Start at {@code SampleClinic}.
 */
package org.plinth.web.sample;
