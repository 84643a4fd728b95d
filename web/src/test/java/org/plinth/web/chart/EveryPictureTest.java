package org.plinth.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plinth.web.text.Texts;

/** What is true of a picture of any kind: with nothing, one, twelve and eighty visits, wide and narrow, light and dark. */
class EveryPictureTest {

    private static final Charts CHARTS = new Charts(Texts.bundled());

    /** One picture. */
    record Drawn(String name, String svg, int width) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Drawn> pictures() {
        List<Drawn> all = new ArrayList<>();
        for (int visits : new int[] {0, 1, 12, 80}) {
            Timeline timeline = visits == 0
                    ? Timeline.none()
                    : visits > 12 ? SampleEpisodes.crowded(visits) : SampleEpisodes.usual();
            OutcomeSeries course = SampleEpisodes.course(visits, timeline);
            EpisodeSeries episode = SampleEpisodes.episode(visits, timeline);
            for (boolean narrow : new boolean[] {false, true}) {
                boolean dark = visits == 12;
                String name = " " + visits + (narrow ? " narrow" : " wide");
                int width = narrow ? 360 : 920;
                CHARTS.kinds()
                        .forEach(kind -> all.add(new Drawn(
                                kind + name,
                                CHARTS.svg(kind, course, dark, narrow).orElseThrow(),
                                width)));
                CHARTS.episodeKinds()
                        .forEach(kind -> all.add(new Drawn(
                                kind + name,
                                CHARTS.svg(kind, episode, dark, narrow).orElseThrow(),
                                width)));
            }
            all.add(new Drawn("small " + visits, CHARTS.small(course, false), 160));
        }
        CHARTS.episodeKinds()
                .forEach(kind -> all.add(new Drawn(
                        kind + " of nothing",
                        CHARTS.svg(kind, SampleEpisodes.empty(), false, false).orElseThrow(),
                        920)));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void no_word_stands_on_another_or_leaves_the_picture(Drawn drawn) throws Exception {
        List<SvgReading.Words> words = new SvgReading(drawn.svg()).words();
        if (drawn.width() > 160) {
            assertThat(words).isNotEmpty();
            assertThat(words)
                    .allSatisfy(one -> assertThat(one.box().getMaxX()).isLessThanOrEqualTo(drawn.width() + 0.5));
            assertThat(words).allSatisfy(one -> assertThat(one.box().getMinX()).isPositive());
        }
        for (int i = 0; i < words.size(); i++) {
            for (SvgReading.Words other : words.subList(i + 1, words.size())) {
                assertThat(words.get(i).box().intersects(other.box()))
                        .as("%s on %s", words.get(i), other)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void it_says_what_it_is_and_needs_no_looser_policy(Drawn drawn) throws Exception {
        SvgReading read = new SvgReading(drawn.svg());

        assertThat(read.root("role")).isEqualTo("img");
        assertThat(read.of("title")).isNotBlank();
        assertThat(read.of("desc")).isNotBlank();
        assertThat(read.root("aria-labelledby")).isEqualTo(idOf(drawn, "title") + " " + idOf(drawn, "desc"));
        assertThat(drawn.svg())
                .doesNotContain(" style=")
                .doesNotContain("<script")
                .doesNotContain("<style")
                .doesNotContain("NaN")
                .doesNotContain("Infinity")
                .doesNotContainPattern("(src|href)=\"(?!#)");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void ids_carry_its_prefix_and_none_comes_twice(Drawn drawn) {
        String prefix = idOf(drawn, "title").replace("title", "");
        Set<String> ids = new HashSet<>();
        Matcher matcher = Pattern.compile(" id=\"([^\"]+)\"").matcher(drawn.svg());
        while (matcher.find()) {
            assertThat(matcher.group(1)).startsWith(prefix);
            assertThat(ids.add(matcher.group(1))).isTrue();
        }
    }

    private static String idOf(Drawn drawn, String element) {
        Matcher matcher =
                Pattern.compile("<" + element + "[^>]* id=\"([^\"]+)\"").matcher(drawn.svg());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
