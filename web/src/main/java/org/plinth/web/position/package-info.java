/**
 * The positions of a clinic: those that ship and its own, in every version. Start at {@code ClinicPositions} to read,
 * {@code PositionDesk} to write.
 */
package org.plinth.web.position;
