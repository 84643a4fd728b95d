package org.plinth.web.capture;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live feed of one visit. Any thread; what a listener throws is logged and goes no further. */
public final class VisitFeed implements LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(VisitFeed.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile LiveState newest = LiveState.IDLE;

    @Override
    public LiveState state() {
        return newest;
    }

    @Override
    public Subscription subscribe(Listener listener) {
        listeners.add(listener);
        listener.state(newest);
        return () -> listeners.remove(listener);
    }

    /** Tells a new state. */
    public void tell(LiveState state) {
        newest = state;
        each(listener -> listener.state(state));
    }

    /** Tells new force. */
    public void tell(LiveFrame frame) {
        each(listener -> listener.force(frame));
    }

    private void each(Consumer<Listener> telling) {
        listeners.removeIf(listener -> !told(listener, telling));
    }

    private static boolean told(Listener listener, Consumer<Listener> telling) {
        try {
            telling.accept(listener);
            return true;
        } catch (RuntimeException fault) {
            LOG.warn("a live listener failed and is no longer told", fault);
            return false;
        }
    }
}
