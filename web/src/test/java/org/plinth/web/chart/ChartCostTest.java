package org.plinth.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.chart.ChartStyle.Theme;
import org.plinth.web.text.Texts;

/** What drawing one picture costs, warm and not kept, with all words and marks (docs/measurements.md). It prints and does not judge. */
@Tag("soak")
class ChartCostTest {

    private static final int WARM = 300;
    private static final int DRAWN = 400;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Texts texts = Texts.bundled();
    private final ChartStyle style = new ChartStyle(Theme.LIGHT, Size.WIDE, Faces.bundled());

    @ParameterizedTest
    @CsvSource({"12", "80"})
    void a_picture_of_each_kind(int visits) {
        Timeline timeline = visits > 12 ? SampleEpisodes.crowded(visits) : SampleEpisodes.usual();
        OutcomeSeries course = SampleEpisodes.course(visits, timeline);
        EpisodeSeries episode = SampleEpisodes.episode(visits, timeline);
        report("strength", visits, () -> svg(new StrengthChart(texts).of(course, style)));
        report("symmetry", visits, () -> svg(new SymmetryChart(texts).of(course, style)));
        report("against", visits, () -> svg(new AgainstChart(texts).of(course, style)));
        report("tracks", visits, () -> svg(new TracksChart(texts).of(episode, style)));
        report("multiples", visits, () -> svg(new MultiplesChart(texts).of(episode, style)));
        report("small", visits, () -> new SmallChart(texts).svg(course, style, "c-"));
    }

    private static String svg(Picture picture) {
        return SvgPicture.of(picture, "Sample", "Sample.", "c-");
    }

    private static void report(String kind, int visits, Supplier<String> draw) {
        String svg = "";
        for (int i = 0; i < WARM; i++) {
            svg = draw.get();
        }
        long[] nanos = new long[DRAWN];
        long[] processor = new long[DRAWN];
        for (int i = 0; i < DRAWN; i++) {
            long work = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            svg = draw.get();
            nanos[i] = System.nanoTime() - start;
            processor[i] = THREADS.getCurrentThreadCpuTime() - work;
        }
        Arrays.sort(nanos);
        Arrays.sort(processor);
        System.out.printf(
                Locale.ROOT,
                "chart %s, %d visits: p50 %.2f, p95 %.2f, most %.2f ms; of the processor p50 %.2f, p95 %.2f ms; %d characters%n",
                kind,
                visits,
                nanos[DRAWN / 2] / 1e6,
                nanos[DRAWN * 95 / 100] / 1e6,
                nanos[DRAWN - 1] / 1e6,
                processor[DRAWN / 2] / 1e6,
                processor[DRAWN * 95 / 100] / 1e6,
                svg.length());
        assertThat(svg).endsWith("</svg>");
    }
}
