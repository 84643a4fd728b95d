package org.plinth.web.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.plinth.core.effort.EffortFlag;
import org.plinth.core.result.ResultFlag;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesBreak;
import org.plinth.web.text.Texts;

/** Flags and breaks in words, in a fixed order. */
public final class FlagWords {

    private final Texts texts;

    /** With its wordings. */
    public FlagWords(Texts texts) {
        this.texts = texts;
    }

    /** What a reader of a result or a symmetry must know. */
    public List<String> results(Collection<ResultFlag> flags) {
        return names("page.flag.", flags);
    }

    /** What is unusual about an effort. */
    public List<String> efforts(Collection<EffortFlag> flags) {
        return names("page.effort.flag.", flags);
    }

    /** What differs between a stretch and the one before, in a few words; of a protocol, what was changed in it. */
    public String breaks(Segment stretch) {
        Set<SeriesBreak> because = stretch.breakBecause();
        if (stretch.protocolChanges().isEmpty() || !because.contains(SeriesBreak.PROTOCOL)) {
            return String.join(", ", names("page.break.", because));
        }
        List<String> said = new ArrayList<>();
        said.add(new PositionWords(texts).changed(stretch.protocolChanges()));
        said.addAll(names(
                "page.break.",
                because.stream().filter(one -> one != SeriesBreak.PROTOCOL).toList()));
        return String.join(", ", said);
    }

    private List<String> names(String prefix, Collection<? extends Enum<?>> values) {
        return values.stream()
                .sorted(Comparator.comparingInt(Enum::ordinal))
                .map(value -> texts.text(prefix + value.name()))
                .toList();
    }
}
