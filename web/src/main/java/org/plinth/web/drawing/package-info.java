/**
 * Line drawings of test positions as SVG: a body of standard proportions, posed by the angles of the position, with sensor, strap and
 * belts as its file says. No number here is a measurement. Start at {@code PositionDrawings}.
 */
package org.plinth.web.drawing;
