package org.plinth.core.effort;

/**
 * A stretch of load, found coarsely. Bins of a {@link CoarseTrace}.
 *
 * @param after last bin of the effort before it, or -1: nothing of this effort stands before
 * @param start bin at which force left its resting level
 * @param end bin at which the release was certain, or the last one
 * @param rest level that force rose from [N]
 * @param twice whether force rose again soon after a release
 * @param cut whether the record ended before the release
 */
record Bout(int after, int start, int end, double rest, boolean twice, boolean cut) {}
