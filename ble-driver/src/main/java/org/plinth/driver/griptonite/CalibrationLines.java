package org.plinth.driver.griptonite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.plinth.driver.Fault;
import org.plinth.driver.HeldCalibration;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.CommandQueue;
import org.plinth.driver.notify.NotifyHooks;

/**
 * Asks a board for its calibration lines, {@code cell,?,kg,counts}: one curve for each of three cells. They are kept for
 * the record and not used, see {@link MotherboardCodec}. Nothing marks the end of the answer: it has ended after a
 * silence. Notifications on the link's thread, the question on another.
 */
final class CalibrationLines implements NotifyHooks {

    private static final String QUESTION = "C";
    private static final List<String> NAMES = List.of("cell", "unknown", "load_kg", "reading_counts");
    private static final long SILENCE_MILLIS = 400;
    private static final long LONGEST_MILLIS = 3_000;
    private static final int MOST_BYTES = 16_384;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private boolean asked;

    @Override
    public synchronized void heard(byte[] notification) {
        if (asked && told.size() < MOST_BYTES) {
            told.writeBytes(notification);
            notifyAll();
        }
    }

    @Override
    public Optional<HeldCalibration> heldCalibration(CommandQueue queue) {
        queue.subscribe(MotherboardDriver.SERVICE, MotherboardDriver.DATA);
        begin();
        queue.write(MotherboardDriver.SERVICE, MotherboardDriver.CONTROL, QUESTION.getBytes(StandardCharsets.US_ASCII));
        byte[] answer = awaitEnd();
        return answer.length == 0 ? Optional.empty() : Optional.of(HeldCalibration.of(QUESTION, answer, rows(answer)));
    }

    private synchronized void begin() {
        told.reset();
        asked = true;
    }

    private synchronized byte[] awaitEnd() {
        long began = System.nanoTime();
        try {
            int before = -1;
            while (before != told.size() && millisSince(began) < LONGEST_MILLIS) {
                before = told.size();
                awaitMore(before);
            }
            return told.toByteArray();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SensorException(Fault.CANCELLED, "Stopped while waiting for the sensor.", stopped);
        } finally {
            asked = false;
        }
    }

    private synchronized void awaitMore(int before) throws InterruptedException {
        long began = System.nanoTime();
        long left = SILENCE_MILLIS;
        while (left > 0 && told.size() == before) {
            wait(left);
            left = SILENCE_MILLIS - millisSince(began);
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    /** What is no line of four numbers stands in the raw bytes alone. */
    private static List<Map<String, Double>> rows(byte[] answer) {
        List<Map<String, Double>> rows = new ArrayList<>();
        for (String line : new String(answer, StandardCharsets.US_ASCII).split("\\R", -1)) {
            List<String> cells = List.of(line.strip().split(",", -1));
            if (cells.size() == NAMES.size() && cells.stream().allMatch(CalibrationLines::isNumber)) {
                Map<String, Double> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    row.put(NAMES.get(i), Double.parseDouble(cells.get(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-?\\d{1,12}(\\.\\d{1,12})?");
    }
}
