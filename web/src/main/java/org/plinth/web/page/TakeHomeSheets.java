package org.plinth.web.page;

import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plinth.core.programme.SittingLadder;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.OutcomeSeries;
import org.plinth.web.chart.PrintedCharts;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.pdf.Drawing;
import org.plinth.web.pdf.PdfDocuments;
import org.plinth.web.progress.ProgressWords;
import org.plinth.web.progress.SittingSteps;
import org.plinth.web.report.SheetDays;
import org.plinth.web.report.TakeHome;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** Writes and prints the sheet that is taken home: plain words, the newest test, exercises, boxes. */
final class TakeHomeSheets {

    private static final int MOST_EXERCISES = 8;
    private static final int STEPS = 4;
    private static final int SECONDS_A_MINUTE = 60;

    private final PageParts parts;
    private final PdfDocuments documents = new PdfDocuments();
    /** Made on first use: it takes the windowing toolkit's time to load. */
    private Optional<PrintedCharts> charts = Optional.empty();

    TakeHomeSheets(PageParts parts) {
        this.parts = parts;
    }

    byte[] print(TakeHome sheet) {
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        sheet.picture()
                .ifPresent(series ->
                        drawings.put("strength", charts().of("strength", series).orElseThrow()));
        sheet.address().ifPresent(address -> drawings.put("qr", (canvas, room) -> qr(address, canvas, room)));
        return documents.render(TakeHome.TEMPLATE, sheet, drawings);
    }

    private synchronized PrintedCharts charts() {
        if (charts.isEmpty()) {
            charts = Optional.of(new PrintedCharts(parts.texts()));
        }
        return charts.get();
    }

    private static void qr(String address, Graphics2D canvas, Rectangle2D room) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        double module = room.getWidth() / code.size;
        canvas.setColor(Color.BLACK);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    canvas.fill(
                            new Rectangle2D.Double(room.getX() + x * module, room.getY() + y * module, module, module));
                }
            }
        }
    }

    /** The sheet as of a day, from closed visits alone: what she takes home is what her own page shows. */
    TakeHome of(ReportGround ground, Optional<String> address) {
        Texts texts = parts.texts();
        Numbers numbers = PageParts.numbers(ground.file().clinic());
        var patient = ground.file().file().patient();
        Optional<Course> newest = newest(ground);
        List<String> exercises = exercises(ground, texts, numbers);
        return new TakeHome(
                texts.text("report.head", patient.name(), numbers.date(patient.birthDate())),
                texts.text("report.home.foot", ground.file().clinic().name(), numbers.date(ground.asOf())),
                ground.file().clinic().sample() ? Optional.of(texts.text("page.sample")) : Optional.empty(),
                ground.file().clinic().name(),
                texts.text("report.home.title"),
                newest.map(course -> strength(ground, course, texts, numbers))
                        .orElseGet(() -> List.of(texts.text("page.me.nothing"))),
                newest.map(course -> series(ground, course, texts, numbers)),
                newest.map(course -> texts.text(
                                "page.patient.chart.title", course.position().name()))
                        .orElse(""),
                exercises,
                IntStream.range(0, SheetDays.ROWS)
                        .mapToObj(row -> numbers.date(ground.asOf().plusDays(row)))
                        .toList(),
                ladder(ground, texts, numbers),
                List.of(
                        texts.text("page.me.notwatched") + " "
                                + PageParts.whomToCall(texts, ground.file().clinic()),
                        PageParts.phone(texts, ground.file().clinic())),
                address,
                words(texts));
    }

    private static TakeHome.Words words(Texts texts) {
        return new TakeHome.Words(
                texts.text("report.part.exercises"),
                texts.text("report.home.none"),
                texts.text("report.home.pain"),
                texts.text("report.home.how"),
                texts.text("report.home.day"),
                texts.text("report.home.after24"),
                texts.text("report.home.after48"),
                texts.text("report.home.sat"),
                texts.text("report.home.ladder"),
                texts.text("report.home.ladder.how"),
                texts.text("report.home.qr"));
    }

    /** The first of the positions that were tested last. */
    private static Optional<Course> newest(ReportGround ground) {
        List<LocalDate> days = ground.tested();
        return ground.courses().stream()
                .filter(course -> Stream.of(course.left(), course.right())
                        .flatMap(side -> side.newest().stream())
                        .map(CoursePoint::date)
                        .anyMatch(day -> day.equals(days.get(days.size() - 1))))
                .findFirst();
    }

    private static List<String> strength(ReportGround ground, Course course, Texts texts, Numbers numbers) {
        ReportPositions positions = new ReportPositions(texts, numbers, ground);
        List<String> said = new ArrayList<>(positions.comparison(course));
        Optional<Side> injured = course.injured();
        for (Side side : Side.values()) {
            if (injured.isEmpty() || injured.get() == side) {
                said.add(ReportPositions.text(positions.own(course.side(side))));
            }
        }
        return said;
    }

    private static OutcomeSeries series(ReportGround ground, Course course, Texts texts, Numbers numbers) {
        return new CourseSeries(texts)
                .of(course, ground.episode().involvement(), numbers.unit(), OptionalDouble.empty(), "");
    }

    /** One page has room for so many; the rest is named as a number, never left out silently. */
    private static List<String> exercises(ReportGround ground, Texts texts, Numbers numbers) {
        ProgressWords words = new ProgressWords(texts, numbers);
        List<String> all = ground.prescribed().stream().map(words::prescription).toList();
        if (all.size() <= MOST_EXERCISES) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, MOST_EXERCISES));
        some.add(texts.count("report.home.more", all.size() - MOST_EXERCISES));
        return some;
    }

    private static List<TakeHome.Step> ladder(ReportGround ground, Texts texts, Numbers numbers) {
        return SittingSteps.next(ground.entries(), ground.asOf())
                .map(next -> SittingSteps.ahead(next, STEPS).stream()
                        .map(step -> new TakeHome.Step(numbers.date(step.earliest()), step(texts, step)))
                        .toList())
                .orElse(List.of());
    }

    /** "1 min 30 s on a soft seat". */
    static String step(Texts texts, SittingLadder.Next step) {
        String seat = texts.text("progress.surface." + step.surface().name());
        int minutes = step.seconds() / SECONDS_A_MINUTE;
        int seconds = step.seconds() % SECONDS_A_MINUTE;
        if (minutes == 0) {
            return texts.text("report.home.step.seconds", seconds, seat);
        }
        return seconds == 0
                ? texts.text("report.home.step.minutes", minutes, seat)
                : texts.text("report.home.step.both", minutes, seconds, seat);
    }
}
