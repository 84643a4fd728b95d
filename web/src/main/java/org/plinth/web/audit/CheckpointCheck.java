package org.plinth.web.audit;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plinth.web.audit.CheckpointFolder.Trail;
import org.plinth.web.audit.Checkpoints.Noted;
import org.plinth.web.hash.Sha256;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.AuditStore;

/**
 * Holds the audit chain against its checkpoints. Feed it every row in order, then the head. The checkpoints are read
 * before the first row, so that a server may go on meanwhile. One thread.
 */
public final class CheckpointCheck {

    /** What is wrong. */
    public enum Why {
        /** A line of the file is no checkpoint as Plinth writes them. */
        UNREADABLE,
        /** It does not follow from the line before: one was taken out, moved or changed. */
        ORDER,
        /** Its public key is not there, or is another one. */
        UNKNOWN_KEY,
        /** It was not signed by its key as it stands. */
        SIGNATURE,
        /** Its key is another one than that of the line before, which did not sign it. */
        KEY_CHANGED,
        /** The chain is another one up to this row than it was when the checkpoint was written. */
        REWRITTEN,
        /** The chain ends before this row, and reached it when the checkpoint was written. */
        CUT,
        /** The chain names a checkpoint that the file does not have. */
        MISSING,
        /** The chain names another content of the checkpoint than the file has. */
        CHANGED
    }

    /**
     * Something that does not hold.
     *
     * @param file where the checkpoint stands, or the words it was given in
     * @param number of the line, or of the checkpoint that the chain names
     * @param seq row of the chain that it speaks of; 0 for none
     * @param why what is wrong
     */
    public record Fault(String file, long number, long seq, Why why) {}

    /**
     * A checkpoint from outside: from paper, or from a message.
     *
     * @param words as they were given
     * @param seq number of the last row
     * @param head of its hash, at least 16 digits
     */
    public record Against(String words, long seq, String head) {

        private static final Pattern SHORT = Pattern.compile("\\s*(\\d{1,18})\\s*[- ]\\s*([0-9a-fA-F]{16,64})\\s*");

        /** The short form, or a whole line; empty if it is neither. */
        public static Optional<Against> parse(String words) {
            Matcher matcher = SHORT.matcher(words);
            if (matcher.matches()) {
                String head = matcher.group(2).toLowerCase(Locale.ROOT);
                return Optional.of(new Against(words.strip(), Long.parseLong(matcher.group(1)), head));
            }
            return Checkpoint.parse(words.strip())
                    .map(whole -> new Against(whole.shortForm(), whole.seq(), whole.head()));
        }
    }

    private record Expected(String file, long number, String head) {}

    private final Checkpoints checkpoints;
    private final Map<Long, List<Expected>> expected = new LinkedHashMap<>();
    private final List<Noted> noted = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private long count;

    /** Against what is kept here, and against what was brought. */
    public CheckpointCheck(Checkpoints checkpoints, List<Against> brought) {
        this.checkpoints = checkpoints;
        checkpoints.trails().forEach(this::take);
        for (Against one : brought) {
            expect(one.seq(), new Expected(one.words(), 0, one.head()));
        }
    }

    private void take(Trail trail) {
        String previous = Checkpoint.NO_HASH;
        Optional<Checkpoint> before = Optional.empty();
        for (int i = 0; i < trail.lines().size(); i++) {
            String line = trail.lines().get(i);
            int number = i + 1;
            Optional<Checkpoint> read = Checkpoint.parse(line);
            if (read.isEmpty()) {
                faults.add(new Fault(trail.name(), number, 0, Why.UNREADABLE));
            } else {
                take(trail, number, read.get(), previous);
                if (before.isPresent() && !follows(trail, before.get(), read.get())) {
                    faults.add(new Fault(trail.name(), number, read.get().seq(), Why.KEY_CHANGED));
                }
                before = read;
            }
            previous = Sha256.hex(line);
        }
    }

    private static boolean follows(Trail trail, Checkpoint before, Checkpoint one) {
        PublicKey old = trail.keys().get(before.key());
        PublicKey key = trail.keys().get(one.key());
        return one.key().equals(before.key())
                || (old != null
                        && key != null
                        && CheckpointKey.isSuccessor(old, key, one.follows().orElse("")));
    }

    private void take(Trail trail, int number, Checkpoint one, String previous) {
        PublicKey key = trail.keys().get(one.key());
        if (!one.previous().equals(previous)) {
            faults.add(new Fault(trail.name(), number, one.seq(), Why.ORDER));
        }
        if (key == null) {
            faults.add(new Fault(trail.name(), number, one.seq(), Why.UNKNOWN_KEY));
        } else if (!one.isSignedBy(key)) {
            faults.add(new Fault(trail.name(), number, one.seq(), Why.SIGNATURE));
        } else {
            expect(one.seq(), new Expected(trail.name(), number, one.head()));
            count++;
        }
    }

    private void expect(long seq, Expected what) {
        expected.computeIfAbsent(seq, key -> new ArrayList<>()).add(what);
    }

    /** How many good ones there are, copies included. */
    public long count() {
        return count;
    }

    /** Looks at the next row. */
    public void accept(AuditEvent event) {
        List<Expected> here = expected.remove(event.seq());
        if (here != null) {
            here.stream()
                    .filter(one -> !event.hash().startsWith(one.head()))
                    .forEach(one -> faults.add(new Fault(one.file(), one.number(), event.seq(), Why.REWRITTEN)));
        }
        Noted.of(event).ifPresent(noted::add);
    }

    /** The verdict, once all rows were seen. */
    public List<Fault> end(AuditStore.Head head) {
        expected.remove(0L);
        expected.forEach((seq, here) -> here.forEach(one ->
                faults.add(new Fault(one.file(), one.number(), seq, seq > head.seq() ? Why.CUT : Why.REWRITTEN))));
        compareWithNoted(checkpoints.trails().get(0));
        return List.copyOf(faults);
    }

    /** The file as it is now: one may have been written and noted while the rows were read. */
    private void compareWithNoted(Trail trail) {
        Map<Long, String> lines = new LinkedHashMap<>();
        trail.lines()
                .forEach(line -> Checkpoint.parse(line).ifPresent(one -> lines.put(one.number(), Sha256.hex(line))));
        for (Noted one : noted) {
            String there = lines.get(one.number());
            if (there == null) {
                faults.add(new Fault(trail.name(), one.number(), 0, Why.MISSING));
            } else if (!there.equals(one.sha256())) {
                faults.add(new Fault(trail.name(), one.number(), 0, Why.CHANGED));
            }
        }
    }
}
