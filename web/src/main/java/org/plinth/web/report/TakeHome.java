package org.plinth.web.report;

import java.util.List;
import java.util.Optional;
import org.plinth.web.chart.OutcomeSeries;

/**
 * A sheet to take home: how strong, what to do, boxes to tick (decision S9). One page, for a pen.
 *
 * @param head whom it is about
 * @param foot at the foot of the page
 * @param sample that it is made up; empty where it is not
 * @param clinic whose
 * @param title of it
 * @param strength sentences about the newest test; the first stands out
 * @param picture of her strength; empty before the first test
 * @param pictureWords what it shows
 * @param exercises as prescribed today
 * @param days rows to tick
 * @param ladder steps of sitting; empty unless one was noted (decision S14)
 * @param calls whom to call, and that nobody watches
 * @param address of her own page, for the QR picture; empty where the clinic has none
 * @param words headings and columns
 */
public record TakeHome(
        String head,
        String foot,
        Optional<String> sample,
        String clinic,
        String title,
        List<String> strength,
        Optional<OutcomeSeries> picture,
        String pictureWords,
        List<String> exercises,
        List<String> days,
        List<Step> ladder,
        List<String> calls,
        Optional<String> address,
        Words words) {

    /** Template that prints it. */
    public static final String TEMPLATE = "pdf/takehome";

    /** Copies the lists. */
    public TakeHome {
        strength = List.copyOf(strength);
        exercises = List.copyOf(exercises);
        days = List.copyOf(days);
        ladder = List.copyOf(ladder);
        calls = List.copyOf(calls);
    }

    /**
     * A step of sitting.
     *
     * @param day first day for it
     * @param words how long, on what
     */
    public record Step(String day, String words) {}

    /**
     * Headings and columns.
     *
     * @param exercises heading
     * @param none where nothing is prescribed
     * @param pain heading of the rows
     * @param how to fill them in
     * @param day column
     * @param after24 column
     * @param after48 column
     * @param sat column
     * @param ladder heading
     * @param ladderHow when to go on
     * @param qr what the picture leads to
     */
    public record Words(
            String exercises,
            String none,
            String pain,
            String how,
            String day,
            String after24,
            String after48,
            String sat,
            String ladder,
            String ladderHow,
            String qr) {}
}
