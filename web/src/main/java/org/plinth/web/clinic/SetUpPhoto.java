package org.plinth.web.clinic;

import java.time.Instant;
import org.plinth.core.visit.Side;

/**
 * That a photo shows how a leg was set up in a position test (decision S6); the picture itself is asked for apart. Of a side of a
 * test the greatest number stands.
 *
 * @param clinic where
 * @param patient whose
 * @param test in which position test
 * @param side which leg
 * @param number from 1
 * @param width of the picture [px]
 * @param height of the picture [px]
 * @param at when it was taken
 * @param author who took it
 */
public record SetUpPhoto(
        Id<Clinic> clinic,
        Id<Patient> patient,
        Id<PositionTest> test,
        Side side,
        int number,
        int width,
        int height,
        Instant at,
        Id<Account> author) {}
