package org.plinth.web.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Range} with one part (RFC 9110, 14.1.2). */
final class ByteRange {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private ByteRange() {}

    /** What was asked for. */
    sealed interface Asked {

        /** The reply with that part of the whole one. */
        Reply reply(Reply whole, SealedFile file);
    }

    /**
     * A part that there is.
     *
     * @param from first byte
     * @param last byte, and with it
     */
    record Part(long from, long last) implements Asked {

        @Override
        public Reply reply(Reply whole, SealedFile file) {
            return new Reply(206, whole.headers(), new Reply.Kept(file, from, last - from + 1))
                    .withHeader("Content-Range", "bytes " + from + '-' + last + '/' + file.size());
        }
    }

    /** Behind the end. */
    record Beyond() implements Asked {

        @Override
        public Reply reply(Reply whole, SealedFile file) {
            return new Reply(416, Map.of("Content-Range", "bytes */" + file.size()), new Reply.Whole(new byte[0]));
        }
    }

    /** Reads it; empty for what is to be passed over: another unit, several parts, nonsense. */
    static Optional<Asked> of(String header, long size) {
        Matcher one = ONE.matcher(header.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            long wanted = Math.min(size, Long.parseLong(one.group(2)));
            return Optional.of(wanted == 0 ? new Beyond() : new Part(size - wanted, size - 1));
        }
        long from = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(one.group(2)));
        if (from >= size) {
            return Optional.of(new Beyond());
        }
        return last < from ? Optional.empty() : Optional.of(new Part(from, last));
    }
}
