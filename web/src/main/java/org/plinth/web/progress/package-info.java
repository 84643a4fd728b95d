/**
 * An episode read as a whole: what changed and how sure, what a prescription was associated with, what must be known before anything is
 * concluded. Facts as records; sentences are made from them elsewhere. Knows no HTTP and no database. Start at {@code EpisodeReading}.
 */
package org.plinth.web.progress;
