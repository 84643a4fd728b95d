package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plinth.web.text.Texts;

/** Every sentence that a patient may read: short, and without words that promise, judge or clear (decisions S9, S10). */
class MeTextsTest {

    private static final int MOST_WORDS = 20;

    private static final Pattern END = Pattern.compile("[.?!:](?:\\s+|$)");

    private static final List<Pattern> FORBIDDEN = List.of(
                    "%",
                    "\\bnormal",
                    "\\babnormal",
                    "\\brisk",
                    "\\bsafe\\b",
                    "\\bclear(ed|ance)?\\b",
                    "\\bfail",
                    "\\bpass(ed|es)\\b",
                    "\\btarget reached",
                    "\\bthreshold",
                    "\\bcriteri",
                    "\\bwill be (healed|cured|better)",
                    "\\bstreak",
                    "\\brank")
            .stream()
            .map(Pattern::compile)
            .toList();

    private final Texts texts = Texts.bundled();

    private List<String> keys() {
        return texts.keys().stream()
                .filter(key -> key.startsWith("me.") || key.startsWith("page.me."))
                .sorted()
                .toList();
    }

    /** As it is read, with the longest thing that stands in its places: a date; beside strength a word or a number. */
    private String read(String key) {
        String longest = key.startsWith("me.") ? "6 August 2026" : "left";
        return texts.text(key, longest, longest, longest, longest);
    }

    @Test
    void there_are_sentences() {
        assertThat(keys()).hasSizeGreaterThan(100).contains("me.call.emergency", "page.me.call");
    }

    @Test
    void no_sentence_is_longer_than_twenty_words() {
        List<String> longer = new ArrayList<>();
        for (String key : keys()) {
            for (String sentence : END.split(read(key), -1)) {
                if (sentence.strip().split("\\s+", -1).length > MOST_WORDS) {
                    longer.add(key + ": " + sentence);
                }
            }
        }

        assertThat(longer).isEmpty();
    }

    @Test
    void none_promises_judges_or_clears() {
        List<String> found = new ArrayList<>();
        for (String key : keys()) {
            String text = texts.text(key, "", "", "", "").toLowerCase(Locale.ROOT);
            FORBIDDEN.stream()
                    .filter(word -> word.matcher(text).find())
                    .forEach(word -> found.add(key + " has " + word + ": " + text));
        }

        assertThat(found).isEmpty();
    }
}
