package org.plinth.web.chart;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jfree.chart.text.TextUtils;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.chart.ChartStyle.Theme;
import org.plinth.web.chart.OutcomeSeries.Panel;
import org.plinth.web.chart.OutcomeSeries.Point;
import org.plinth.web.chart.OutcomeSeries.Segment;
import org.plinth.web.hash.Sha256;
import org.plinth.web.text.Texts;

/**
 * Draws outcome charts and keeps the latest, by the hash of what they show. Any thread; drawing takes some
 * milliseconds of a worker's time.
 */
public final class Charts {

    private static final int KEPT = 512;
    private static final int PREFIX_LENGTH = 8;

    private final List<OutcomeChart> kinds;
    private final List<EpisodeChart> episodeKinds;
    private final SmallChart small;
    private final Faces faces;
    private final Map<String, String> drawn = Collections.synchronizedMap(new Latest());

    /** With the texts of its axes. */
    public Charts(Texts texts) {
        // Without it JFreeChart draws the outlines of rotated words, which nobody can select or search.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
        this.kinds = List.of(new StrengthChart(texts), new SymmetryChart(texts), new AgainstChart(texts));
        this.episodeKinds = List.of(new TracksChart(texts), new MultiplesChart(texts));
        this.small = new SmallChart(texts);
        this.faces = Faces.bundled();
    }

    /** Draws a chart with one point, so that nobody has to wait for the windowing toolkit and its fonts. */
    public static void warmUp(Texts texts, LocalDate today) {
        Point point = new Point(today, 1, false);
        List<Panel> sides = Stream.of(Side.values())
                .map(side -> new Panel(
                        side, side.name(), List.of(new Segment(Optional.empty(), Optional.empty(), List.of(point)))))
                .toList();
        OutcomeSeries one = new OutcomeSeries(
                "", "", ForceUnit.NEWTON, sides, List.of(), OptionalDouble.empty(), Optional.empty(), Timeline.none());
        new Charts(texts).svg("strength", one, false, false);
    }

    /** The ids of all kinds of one position. */
    public List<String> kinds() {
        return kinds.stream().map(OutcomeChart::kind).toList();
    }

    /** The ids of all kinds of a whole episode. */
    public List<String> episodeKinds() {
        return episodeKinds.stream().map(EpisodeChart::kind).toList();
    }

    /**
     * The chart of one position as a stand-alone SVG; empty for an unknown kind.
     *
     * @param kind {@code strength}, {@code symmetry} or {@code against}
     * @param series what it shows
     * @param dark whether for the dark theme
     * @param narrow whether for a phone
     */
    public Optional<String> svg(String kind, OutcomeSeries series, boolean dark, boolean narrow) {
        ChartStyle style = style(dark, narrow);
        return find(kind)
                .map(chart -> kept(
                        kind,
                        style,
                        series,
                        prefix ->
                                SvgPicture.of(chart.of(series, style), series.title(), series.description(), prefix)));
    }

    /**
     * The chart of a whole episode as a stand-alone SVG; empty for an unknown kind.
     *
     * @param kind {@code tracks} or {@code multiples}
     * @param series what it shows
     * @param dark whether for the dark theme
     * @param narrow whether for a phone
     */
    public Optional<String> svg(String kind, EpisodeSeries series, boolean dark, boolean narrow) {
        ChartStyle style = style(dark, narrow);
        return findEpisode(kind)
                .map(chart -> kept(
                        kind,
                        style,
                        series,
                        prefix ->
                                SvgPicture.of(chart.of(series, style), series.title(), series.description(), prefix)));
    }

    /**
     * Both legs of one course in the size of a line of text, 160 × 48 px, without axes. The scale of force is the picture's own,
     * from zero: the page says that scales differ from person to person.
     */
    public String small(OutcomeSeries series, boolean dark) {
        ChartStyle style = style(dark, true);
        return kept("small", style, series, prefix -> small.svg(series, style, prefix));
    }

    /** Room of the wide picture, as a page names it so that nothing moves when it arrives; empty for an unknown kind. */
    public Optional<ChartRoom> room(String kind, OutcomeSeries series) {
        return find(kind).map(chart -> room(chart.of(series, style(false, false))));
    }

    /** The same for a chart of a whole episode. */
    public Optional<ChartRoom> room(String kind, EpisodeSeries series) {
        return findEpisode(kind).map(chart -> room(chart.of(series, style(false, false))));
    }

    private static ChartRoom room(Picture picture) {
        return new ChartRoom(picture.room().width, picture.room().height);
    }

    private Optional<OutcomeChart> find(String kind) {
        return kinds.stream().filter(chart -> chart.kind().equals(kind)).findFirst();
    }

    private Optional<EpisodeChart> findEpisode(String kind) {
        return episodeKinds.stream().filter(chart -> chart.kind().equals(kind)).findFirst();
    }

    private ChartStyle style(boolean dark, boolean narrow) {
        return new ChartStyle(dark ? Theme.DARK : Theme.LIGHT, narrow ? Size.NARROW : Size.WIDE, faces);
    }

    /** Two workers may draw the same chart at once; neither waits for the other. */
    private String kept(String kind, ChartStyle style, Record series, UnaryOperator<String> drawing) {
        String key = Sha256.hex(kind + style.theme() + style.size() + series);
        String have = drawn.get(key);
        if (have == null) {
            have = drawing.apply("c" + key.substring(0, PREFIX_LENGTH) + "-");
            drawn.put(key, have);
        }
        return have;
    }

    /** The least recently used leaves first. */
    private static final class Latest extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1L;

        Latest() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    }
}
