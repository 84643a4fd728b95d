package org.plinth.web.recordingfile;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import org.plinth.core.signal.ForceTrace;

/**
 * Samples of a file that is being read, in blocks of plain numbers: 16 bytes a sample, and no doubling while it grows.
 * One thread.
 */
final class SampleColumns {

    /** 256 kB an array: larger ones would take whole regions of the garbage collector each. */
    private static final int BLOCK = 1 << 15;

    private static final class Block {
        private final long[] micros;
        private final double[] newtons;

        private Block(long[] micros, double[] newtons) {
            this.micros = micros;
            this.newtons = newtons;
        }
    }

    private final Deque<Block> full = new ArrayDeque<>();
    private final BitSet blanksBefore = new BitSet();
    private Block last = new Block(new long[BLOCK], new double[BLOCK]);
    private int inLast;

    int size() {
        return full.size() * BLOCK + inLast;
    }

    void add(long micros, double newtons) {
        if (inLast == BLOCK) {
            full.add(last);
            last = new Block(new long[BLOCK], new double[BLOCK]);
            inLast = 0;
        }
        last.micros[inLast] = micros;
        last.newtons[inLast] = newtons;
        inLast++;
    }

    /** A row without a number stands here. */
    void blank() {
        blanksBefore.set(size());
    }

    /** The trace of these samples. Lets go of each block as it is taken over; use once. */
    ForceTrace toTrace() {
        ForceTrace.Builder trace = ForceTrace.builder().expecting(size());
        full.add(new Block(Arrays.copyOf(last.micros, inLast), Arrays.copyOf(last.newtons, inLast)));
        int at = 0;
        while (!full.isEmpty()) {
            Block block = full.remove();
            for (int i = 0; i < block.micros.length; i++, at++) {
                if (blanksBefore.get(at)) {
                    trace.blank();
                }
                trace.sample(block.micros[i], block.newtons[i]);
            }
        }
        return trace.build();
    }
}
