package org.plinth.web.clinic;

import java.util.OptionalInt;

/**
 * How long a clinic keeps patients' records. Nothing is preset: laws differ, so the clinic says it and says where it stands.
 * What is due is listed for a person; nothing clinical is ever deleted by itself.
 *
 * @param clinic whose
 * @param number from 1; the greatest stands
 * @param yearsAfterLastVisit years after the last visit; empty for no rule
 * @param minorsUntilAge who was under 18 at her last visit is kept at least to this age; empty for no rule
 * @param source law or guidance that says so
 */
public record RetentionRule(
        Id<Clinic> clinic, int number, OptionalInt yearsAfterLastVisit, OptionalInt minorsUntilAge, String source) {}
