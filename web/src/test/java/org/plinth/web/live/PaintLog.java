package org.plinth.web.live;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What a live page painted, and when: a script of the test's own notes the newest sample of each frame that the socket
 * brings, and the moment after the browser has painted the picture that holds it. The page itself knows nothing of it.
 */
final class PaintLog {

    /**
     * {@code painted} = [newest sample, µs of the sensor's clock; drawn, ms; painted, ms] for each picture. Drawn is the
     * end of the animation frame's callback; painted the first task after it, which comes when style, layout and paint of
     * that frame are done.
     */
    private static final String SCRIPT =
            """
            (() => {
              const painted = (window.painted = []);
              let newest = NaN;
              let shown = NaN;
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = ({ data }) => painted.push([...data, performance.now()]);
              const Socket = WebSocket;
              window.WebSocket = class extends Socket {
                constructor(...how) {
                  super(...how);
                  this.addEventListener('message', ({ data }) => {
                    if (!(data instanceof ArrayBuffer) || data.byteLength < 32) return;
                    const view = new DataView(data);
                    newest = view.getInt32(12) * 4294967296 + view.getUint32(16);
                  });
                }
              };
              const raf = requestAnimationFrame.bind(window);
              window.requestAnimationFrame = (draw) => raf((time) => {
                draw(time);
                if (newest === shown || Number.isNaN(newest)) return;
                shown = newest;
                port2.postMessage([newest, performance.now()]);
              });
            })();""";

    private static final int PROBES = 300;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Page page;

    /** One picture; times on the machine's monotonic clock. */
    record Painted(long newestMicros, double drawnNanos, double paintedNanos) {}

    /** How the page's clock stands to that of this process: both are the machine's monotonic one from another zero. */
    private record Offset(double nanos, double error) {}

    /** Of this page, which has not been opened yet. */
    PaintLog(Page page) {
        this.page = page;
        page.addInitScript(SCRIPT);
    }

    /** Pictures so far. */
    int size() {
        return ((Number) page.evaluate("() => painted.length")).intValue();
    }

    /** Waits until pictures show so much more of the sensor's time. */
    void await(double seconds) {
        page.waitForFunction(
                "([from, micros]) => painted.length > from && painted.at(-1)[0] - painted[from][0] >= micros",
                List.of(size(), seconds * 1e6));
    }

    /** All of them. */
    List<Painted> all(double offsetNanos) {
        List<?> rows = (List<?>) page.evaluate("() => painted");
        return rows.stream()
                .map(row -> ((List<?>) row)
                        .stream().map(number -> ((Number) number).doubleValue()).toList())
                .map(row -> new Painted(
                        row.get(0).longValue(),
                        row.get(1) * NANOS_PER_MILLI + offsetNanos,
                        row.get(2) * NANOS_PER_MILLI + offsetNanos))
                .toList();
    }

    List<Painted> all() {
        return all(offset().nanos());
    }

    /** Half of the shortest round trip to the page: no more can the clocks be apart [ns]. */
    double clockErrorNanos() {
        return offset().error();
    }

    private Offset offset() {
        Offset best = new Offset(0, Double.POSITIVE_INFINITY);
        for (int i = 0; i < PROBES; i++) {
            long asked = System.nanoTime();
            double there = ((Number) page.evaluate("() => performance.now()")).doubleValue();
            long answered = System.nanoTime();
            double error = (answered - asked) / 2.0;
            if (error < best.error()) {
                best = new Offset(asked + error - there * NANOS_PER_MILLI, error);
            }
        }
        return best;
    }
}
