package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.http.Who;
import org.plinth.web.progress.HomeAnswers;
import org.plinth.web.store.OverviewStore;
import org.plinth.web.store.OverviewStore.OpenEpisode;
import org.plinth.web.store.Stores;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** Answers from home above the limit that nobody has dealt with, each with who owns it: the clinician of the patient's last visit. */
final class AnswersToRead {

    /** How far back is looked [days]; longer than an episode lasts, and still a bound. */
    private static final int REACH_DAYS = 3 * 366;

    private final Texts texts;
    private final Numbers numbers;

    AnswersToRead(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** Hers first, then the oldest; four queries however many there are. */
    List<WorklistView.Answer> of(Stores stores, Who who, Set<Id<Patient>> hidden, LocalDate today) {
        List<HomeAnswers.Concern> open = HomeAnswers.open(
                stores.entries().since(who.clinicId(), Set.of(HomeAnswers.KIND), today.minusDays(REACH_DAYS)).stream()
                        .filter(entry -> !hidden.contains(entry.patient()))
                        .toList());
        List<Id<Patient>> patients = open.stream()
                .map(concern -> concern.entry().patient())
                .distinct()
                .limit(OverviewStore.MOST)
                .toList();
        if (patients.isEmpty()) {
            return List.of();
        }
        Map<Id<Patient>, Id<Account>> owners = stores.overview().lastClinicians(who.clinicId(), patients);
        Map<Id<Account>, Account> accounts = stores.accounts().all(who.clinicId()).stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
        Map<Id<Patient>, Patient> people = stores.overview().openEpisodes(who.clinicId(), patients).stream()
                .map(OpenEpisode::patient)
                .collect(Collectors.toMap(Patient::id, Function.identity(), (a, b) -> a));
        List<WorklistView.Answer> rows = new ArrayList<>();
        open.stream()
                .sorted(Comparator.comparing((HomeAnswers.Concern concern) -> !isHers(concern, owners, who))
                        .thenComparing(concern -> concern.entry().date())
                        .thenComparing(concern -> concern.entry().at()))
                .forEach(concern -> {
                    Optional<Account> owner = Optional.ofNullable(
                                    owners.get(concern.entry().patient()))
                            .map(accounts::get);
                    Optional.ofNullable(people.get(concern.entry().patient()))
                            .ifPresent(patient -> rows.add(row(concern, patient, isHers(concern, owners, who), owner)));
                });
        return rows;
    }

    private static boolean isHers(HomeAnswers.Concern concern, Map<Id<Patient>, Id<Account>> owners, Who who) {
        return who.id().equals(owners.get(concern.entry().patient()));
    }

    private WorklistView.Answer row(
            HomeAnswers.Concern concern, Patient patient, boolean hers, Optional<Account> owner) {
        EpisodeEntry entry = concern.entry();
        StringBuilder said = new StringBuilder(texts.text(
                "overview.answers.line",
                numbers.date(entry.date()),
                concern.pain(),
                texts.text("overview.answers." + entry.values().getOrDefault("timing", "AFTER_24_H"))));
        if ("YES".equals(entry.values().get("worse"))) {
            said.append(' ').append(texts.text("overview.answers.worse"));
        }
        if (concern.numb()) {
            said.append(' ').append(texts.text("overview.answers.numb"));
        }
        String episode = "/patients/" + patient.id() + "/episodes/" + entry.episode();
        return new WorklistView.Answer(
                patient.name(),
                texts.text("page.banner.born", numbers.date(patient.birthDate())),
                said.toString(),
                hers
                        ? texts.text("overview.answers.yours")
                        : owner.map(account -> texts.text("overview.answers.owner", account.displayName()))
                                .orElseGet(() -> texts.text("overview.answers.nobody")),
                hers,
                episode,
                episode + "/entries/" + entry.id());
    }
}
