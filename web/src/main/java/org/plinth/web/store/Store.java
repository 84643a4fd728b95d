package org.plinth.web.store;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The clinic's memory. Every call is one transaction; any thread may call, and every call blocks.
 *
 * <p>A change and its audit rows stand or fall together. When {@link #write} returns, what it changed is on the disk: it
 * survives the end of the process and a power cut.
 */
public interface Store extends AutoCloseable {

    /**
     * Looks, and changes nothing.
     *
     * @throws StoreFailure if it cannot
     */
    <T> T read(Function<Stores, T> work);

    /**
     * Changes. Whatever is thrown undoes all of it.
     *
     * @param act who does what, when and why; stands on every row written
     * @throws StoreFailure if it cannot; {@link StoreFailure.Reason#UNAVAILABLE} after a commit may mean that it was
     *     done: repeat it with the same request id
     */
    <T> T write(Act act, Function<Stores, T> work);

    /**
     * Changes like {@link #write}, in one transaction with what others begin meanwhile, and on another thread: for small changes that many
     * ask for at once. What one work throws is its own; where the database fails, it fails for all of them. Returns at once.
     *
     * @return done when it is on the disk; fails with what the work threw, or with a {@link StoreFailure}. It may be completed on the
     *     thread of the disk, which must not be held up
     */
    CompletionStage<Void> begin(Act act, Consumer<Stores> work);

    /** Waits for running work, compacts, and lets go of the files. */
    @Override
    void close();
}
