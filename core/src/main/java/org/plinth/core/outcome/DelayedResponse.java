package org.plinth.core.outcome;

import java.util.OptionalInt;

/**
 * How the tendon answered a load, or a spell of sitting, a day or two later: the worse of what is known at 24 and 48 hours
 * against before. Some feel nothing until one or two days later, so the first day alone does not end the question.
 *
 * @param before pain before, 0 to 10; empty where not asked
 * @param after24h pain about 24 hours later, 0 to 10; empty where not asked
 * @param after48h pain about 48 hours later, 0 to 10; empty where not asked
 */
public record DelayedResponse(OptionalInt before, OptionalInt after24h, OptionalInt after48h) {

    /** Nothing asked. */
    public static final DelayedResponse UNKNOWN =
            new DelayedResponse(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    private static final int MOST = 10;

    /** What it was. */
    public enum Answer {
        /** Worse than before, at 24 or at 48 hours. */
        WORSE,
        /** Not worse than before in what is known; {@link DelayedResponse#isWhole} says whether that is all. */
        NOT_WORSE,
        /** Before, or both after, were not asked. */
        NOT_KNOWN
    }

    /** Rejects pain that is not 0 to 10. */
    public DelayedResponse {
        before.ifPresent(DelayedResponse::check);
        after24h.ifPresent(DelayedResponse::check);
        after48h.ifPresent(DelayedResponse::check);
    }

    static void check(int pain) {
        if (pain < 0 || pain > MOST) {
            throw new IllegalArgumentException("pain is 0 to 10, was " + pain);
        }
    }

    /** Of what was said. */
    public static DelayedResponse of(OptionalInt before, OptionalInt after24h, OptionalInt after48h) {
        return new DelayedResponse(before, after24h, after48h);
    }

    /** The worse of what is known at 24 and 48 hours; empty where neither is. */
    public OptionalInt worstAfter() {
        if (after24h.isPresent() && after48h.isPresent()) {
            return OptionalInt.of(Math.max(after24h.getAsInt(), after48h.getAsInt()));
        }
        return after24h.isPresent() ? after24h : after48h;
    }

    /** Whether both 24 and 48 hours are known. */
    public boolean isWhole() {
        return after24h.isPresent() && after48h.isPresent();
    }

    /** The worst after less before, in points of pain; empty where it is not known. */
    public OptionalInt rise() {
        OptionalInt after = worstAfter();
        return before.isPresent() && after.isPresent()
                ? OptionalInt.of(after.getAsInt() - before.getAsInt())
                : OptionalInt.empty();
    }

    /** Whether it was worse than before. */
    public Answer answer() {
        OptionalInt rise = rise();
        if (rise.isEmpty()) {
            return Answer.NOT_KNOWN;
        }
        return rise.getAsInt() > 0 ? Answer.WORSE : Answer.NOT_WORSE;
    }
}
