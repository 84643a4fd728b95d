package org.plinth.driver.link.tinyb.child;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.plinth.driver.link.tinyb.Frame;
import org.plinth.driver.link.tinyb.FrameStream;
import org.plinth.driver.link.tinyb.FrameType;
import org.plinth.driver.link.tinyb.PayloadWriter;

/**
 * The child process: {@code TinybChild hci0}. Requests on standard input, frames on descriptor 3; what native code prints
 * goes elsewhere. Ends when its standard input ends.
 */
public final class TinybChild {

    private static final String FRAMES_OUT = "/proc/self/fd/3";
    private static final long LOOK_MILLIS = 50;
    private static final long LAST_WORDS_MILLIS = 1_000;
    /** An orderly end of the radio may take this long; then the process ends all the same. */
    private static final long LONGEST_END_MILLIS = 8_000;

    private static final int LARGEST_QUEUE = 1_000;

    private final Outbox outbox = new Outbox(Outbox.CAPACITY);
    private final BlockingQueue<Optional<Frame>> requests = new LinkedBlockingQueue<>(LARGEST_QUEUE);

    private TinybChild() {}

    /** Runs until standard input ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
        TinybChild child = new TinybChild();
        OutputStream out = new FileOutputStream(FRAMES_OUT);
        daemon("frames-out", () -> child.write(out));
        Runtime.getRuntime().halt(child.run(args[0]));
    }

    private int run(String adapter) throws InterruptedException {
        try {
            // In this class loader, so that tinyb finds them loaded; its own attempt only prints.
            System.loadLibrary("tinyb");
            System.loadLibrary("javatinyb");
            TinybRadio radio = TinybRadio.open(adapter, outbox);
            outbox.tell(
                    FrameType.HELLO,
                    new PayloadWriter().u16(FrameStream.VERSION).text(adapter));
            daemon("frames-in", () -> read(new BufferedInputStream(new FileInputStream(FileDescriptor.in))));
            serve(radio);
            return 0;
        } catch (LinkageError | RuntimeException unable) {
            outbox.tell(FrameType.UNABLE, new PayloadWriter().text(String.valueOf(unable.getMessage())));
            return 1;
        } finally {
            outbox.awaitEmpty(LAST_WORDS_MILLIS);
            Pause.of(50);
        }
    }

    private void serve(TinybRadio radio) throws InterruptedException {
        Requests answers = new Requests(radio, outbox);
        boolean alive = true;
        while (alive) {
            Optional<Frame> next = requests.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null && next.isEmpty()) {
                radio.releaseAll();
                return;
            }
            if (next != null) {
                answers.answer(next.get());
            }
            alive = radio.look();
        }
    }

    private void write(OutputStream out) {
        try {
            outbox.writeTo(out);
        } catch (IOException parentGone) {
            Runtime.getRuntime().halt(2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(InputStream in) {
        try {
            Optional<Frame> next = FrameStream.read(in);
            while (next.isPresent()) {
                requests.put(next);
                next = FrameStream.read(in);
            }
        } catch (IOException torn) {
            // As its end: nothing after it can be trusted.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        endSoon();
    }

    /** The driver thread may hang in a call: then the process ends without it. */
    private void endSoon() {
        try {
            requests.put(Optional.empty());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Pause.of(LONGEST_END_MILLIS);
        Runtime.getRuntime().halt(3);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
