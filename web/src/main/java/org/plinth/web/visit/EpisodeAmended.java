package org.plinth.web.visit;

import org.plinth.web.clinic.Episode;

/**
 * What came of changing an episode.
 *
 * @param episode as it stands now
 * @param comparedAgain position tests whose symmetry was compared anew because the injured side changed
 */
public record EpisodeAmended(Episode episode, int comparedAgain) {}
