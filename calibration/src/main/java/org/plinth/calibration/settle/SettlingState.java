package org.plinth.calibration.settle;

import org.plinth.calibration.run.Settling;

/** What a reading under load does. All numbers in the unit of the reading. */
public sealed interface SettlingState {

    /**
     * Too short to tell.
     *
     * @param share of the window that is filled, from 0 to 1
     */
    record Filling(double share) implements SettlingState {}

    /**
     * It still moves.
     *
     * @param how much over the window
     */
    record Moving(Settling how) implements SettlingState {}

    /**
     * It has come to rest: the point can be taken.
     *
     * @param mean of the window
     * @param samples in it
     * @param how still
     */
    record Settled(double mean, int samples, Settling how) implements SettlingState {}

    /**
     * It has had its time and still moves: the jig swings, the sensor creeps, or something touches it.
     *
     * @param how much over the last window
     */
    record NeverSettles(Settling how) implements SettlingState {}
}
