package org.plinth.web.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Visit;
import org.plinth.web.progress.HomeAnswers;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** What a patient answers at home and what it tells her to do. Which answer is above the limit is never said as a number. */
final class MeAnswers {

    /** A call is shown for so long, unless somebody dealt with the answer before [days]; assumed. */
    private static final int CALL_DAYS = 7;

    private static final int MOST_SHOWN = 30;
    private static final int MOST_PAIN = 10;
    private static final String YES = "YES";
    private static final String TIMING = "timing";

    private final Texts texts;
    private final Numbers numbers;
    private final LocalDate today;
    private final ZoneId zone;

    MeAnswers(Texts texts, Numbers numbers, LocalDate today) {
        this.texts = texts;
        this.numbers = numbers;
        this.today = today;
        this.zone = numbers.zone();
    }

    /**
     * What to do at once, said once however many answers say it; empty where nothing has to be done.
     *
     * @param phone whom to call, where the clinic gave it
     */
    List<String> call(List<EpisodeEntry> entries, Optional<String> phone) {
        List<EpisodeEntry> grave = HomeAnswers.open(entries).stream()
                .map(HomeAnswers.Concern::entry)
                .filter(entry -> entry.date().isAfter(today.minusDays(CALL_DAYS)))
                .toList();
        if (grave.isEmpty()) {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        boolean numb = grave.stream().anyMatch(entry -> is(entry, "numb"));
        if (numb) {
            said.add(texts.text("me.call.numb"));
            said.add(texts.text("me.call.emergency"));
        }
        if (grave.stream().anyMatch(entry -> !is(entry, "numb"))) {
            said.add(texts.text("me.call.pain"));
        }
        said.add(phone.map(number -> texts.text("me.call.today.phone", number))
                .orElseGet(() -> texts.text("me.call.today")));
        said.add(texts.text("me.call.exercises"));
        return said;
    }

    private static boolean is(EpisodeEntry entry, String field) {
        return YES.equals(entry.values().get(field));
    }

    /** The form and what was answered so far. */
    MeView.Ask ask(List<EpisodeEntry> entries, List<Visit> visits, Form sent, String requestId, Id<Account> herself) {
        boolean sits = entries.stream().anyMatch(entry -> entry.kind().equals("sitting-step"));
        List<Option> timings = Stream.of("AFTER_24_H", "AFTER_48_H", "SITTING")
                .filter(timing -> sits || !timing.equals("SITTING"))
                .map(timing -> new Option(timing, texts.text("me.ask.when." + timing)))
                .toList();
        List<Option> pains = IntStream.rangeClosed(0, MOST_PAIN)
                .mapToObj(Integer::toString)
                .map(number -> new Option(number, number))
                .toList();
        Form form = sent.values().isEmpty() ? Form.of(proposed(visits)) : sent;
        return new MeView.Ask(timings, pains, form, requestId, answered(entries, herself));
    }

    /** A day or two after a visit it is clear what is asked about. */
    private Map<String, String> proposed(List<Visit> visits) {
        LocalDate last = visits.stream()
                .filter(Visit::closed)
                .map(Visit::date)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        if (last.equals(today.minusDays(1))) {
            return Map.of(TIMING, "AFTER_24_H");
        }
        return last.equals(today.minusDays(2)) ? Map.of(TIMING, "AFTER_48_H") : Map.of();
    }

    private List<MeView.Answered> answered(List<EpisodeEntry> entries, Id<Account> herself) {
        List<EpisodeEntry> hers = new ArrayList<>(entries.stream()
                .filter(entry -> entry.kind().equals(HomeAnswers.KIND))
                .toList());
        Collections.reverse(hers);
        return hers.stream()
                .limit(MOST_SHOWN)
                .map(entry -> new MeView.Answered(
                        words(entry),
                        mayTakeBack(entry, herself)
                                ? Optional.of("/me/answers/" + entry.id() + "/remove")
                                : Optional.empty(),
                        entry.version()))
                .toList();
    }

    /** Her own, on the day she gave it, while nobody else wrote to it. */
    boolean mayTakeBack(EpisodeEntry entry, Id<Account> herself) {
        return entry.kind().equals(HomeAnswers.KIND)
                && !entry.removed()
                && entry.version() == 1
                && entry.author().equals(herself)
                && LocalDate.ofInstant(entry.at(), zone).equals(today);
    }

    private String words(EpisodeEntry entry) {
        Map<String, String> values = entry.values();
        List<String> said = new ArrayList<>();
        said.add(texts.text(
                "me.answers.line",
                numbers.date(entry.date()),
                texts.text("me.answers.when." + values.getOrDefault(TIMING, "AFTER_24_H")),
                values.getOrDefault("pain", "")));
        if (is(entry, "worse")) {
            said.add(texts.text("me.answers.worse"));
        }
        if (is(entry, "numb")) {
            said.add(texts.text("me.answers.numb"));
        }
        if (values.containsKey("handled")) {
            said.add(texts.text("me.answers.read"));
        }
        return String.join(" ", said);
    }
}
