package org.plinth.driver.notify;

/**
 * Bytes that wait until the frame they belong to is whole, for protocols whose frames are split and joined over
 * notifications. Bounded: what a broken sensor sends without an end is dropped. One thread.
 */
public final class FrameBuffer {

    /** More than any frame and any notification together. */
    private static final int MOST_BYTES = 1024;

    private final byte[] bytes = new byte[MOST_BYTES];
    private int count;

    /** An empty one. */
    public FrameBuffer() {}

    /** Takes the bytes of a notification; false if there was no room and what waited is gone. */
    public boolean add(byte[] more) {
        boolean room = count + more.length <= MOST_BYTES;
        if (!room) {
            count = 0;
        }
        int taken = Math.min(more.length, MOST_BYTES);
        System.arraycopy(more, more.length - taken, bytes, count, taken);
        count += taken;
        return room;
    }

    /** The bytes; valid up to {@link #count}, changed by every other call. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many wait. */
    public int count() {
        return count;
    }

    /** Drops the first bytes. */
    public void drop(int first) {
        System.arraycopy(bytes, first, bytes, 0, count - first);
        count -= first;
    }

    /** Drops all. */
    public void clear() {
        count = 0;
    }

    /** Where this byte stands first, from {@code from} on; −1 if it does not. */
    public int indexOf(int wanted, int from) {
        for (int i = from; i < count; i++) {
            if ((bytes[i] & 0xFF) == wanted) {
                return i;
            }
        }
        return -1;
    }
}
