package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * An episode as a whole.
 *
 * @param about problem and days
 * @param closed whether it is closed
 * @param reading what changed and how sure, in sentences; the first stands out
 * @param warnings what must be known first
 * @param charts pictures with their tables
 * @param criteria what is known about reference lines and judgements, for the clinician alone
 * @param blocks prescriptions with what they were associated with, newest first
 * @param outcomes beside strength
 * @param notes what is not among the outcomes, and why
 * @param groups all that was noted, by group
 * @param links to what else there is
 * @param papers to be printed
 */
public record EpisodeView(
        String about,
        boolean closed,
        List<String> reading,
        List<String> warnings,
        List<Picture> charts,
        List<String> criteria,
        List<Block> blocks,
        List<Outcome> outcomes,
        List<String> notes,
        List<Group> groups,
        List<Frame.Crumb> links,
        List<Frame.Crumb> papers) {

    /** Copies the lists. */
    public EpisodeView {
        reading = List.copyOf(reading);
        warnings = List.copyOf(warnings);
        charts = List.copyOf(charts);
        criteria = List.copyOf(criteria);
        blocks = List.copyOf(blocks);
        outcomes = List.copyOf(outcomes);
        notes = List.copyOf(notes);
        groups = List.copyOf(groups);
        links = List.copyOf(links);
        papers = List.copyOf(papers);
    }

    /**
     * A picture with the numbers in it.
     *
     * @param chart the picture
     * @param marks what the numbers in it stand for
     * @param head of the table
     * @param rows of the table
     */
    public record Picture(ChartView chart, List<String> marks, List<String> head, List<List<String>> rows) {
        /** Copies the lists. */
        public Picture {
            marks = List.copyOf(marks);
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /**
     * What was prescribed on one day.
     *
     * @param title the day
     * @param prescriptions in words
     * @param results what strength did afterwards, in sentences
     * @param alongside what else happened; empty if nothing did
     */
    public record Block(String title, List<String> prescriptions, List<String> results, Optional<String> alongside) {
        /** Copies the lists. */
        public Block {
            prescriptions = List.copyOf(prescriptions);
            results = List.copyOf(results);
        }
    }

    /**
     * One outcome.
     *
     * @param name of the instrument, with what its values are about
     * @param newest value with its day
     * @param change what may be said
     * @param source of the limit that the change was judged by; empty where none was used
     * @param scale range and direction
     */
    public record Outcome(String name, String newest, String change, Optional<String> source, String scale) {}

    /**
     * What was noted.
     *
     * @param name of the group
     * @param entries newest first
     * @param add what can be noted; empty where this role may not
     */
    public record Group(String name, List<Noted> entries, List<Frame.Crumb> add) {

        private static final int SHOWN = 6;

        /** Copies the lists. */
        public Group {
            entries = List.copyOf(entries);
            add = List.copyOf(add);
        }

        /** What is shown at once. */
        public List<Noted> newest() {
            return entries.subList(0, Math.min(SHOWN, entries.size()));
        }

        /** What is shown on request. */
        public List<Noted> older() {
            return entries.subList(newest().size(), entries.size());
        }
    }

    /**
     * One entry.
     *
     * @param date of the day it is about
     * @param kind in words
     * @param line all that was said
     * @param href where it can be changed; empty where this role may not
     */
    public record Noted(String date, String kind, String line, Optional<String> href) {}
}
