package org.plinth.web.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.Id;
import org.plinth.web.http.Who;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** Steps of an erasure in sentences: who asked, who confirmed, when it is or was done. */
final class ErasureWords {

    private final Texts texts;
    private final Numbers numbers;
    private final Map<Id<Account>, String> people;

    private ErasureWords(Texts texts, Numbers numbers, Map<Id<Account>, String> people) {
        this.texts = texts;
        this.numbers = numbers;
        this.people = people;
    }

    static ErasureWords of(Texts texts, Store store, Who who) {
        return new ErasureWords(
                texts,
                PageParts.numbers(who.clinic()),
                store.read(stores -> stores.accounts().all(who.clinicId())).stream()
                        .collect(Collectors.toMap(Account::id, Account::displayName)));
    }

    List<String> of(List<ErasureStep> steps) {
        return steps.stream().map(this::of).toList();
    }

    private String of(ErasureStep step) {
        String by = step.author().equals(Act.PLINTH)
                ? texts.text("privacy.history.plinth")
                : people.getOrDefault(step.author(), texts.text("page.unknown.notknown"));
        String due = step.dueAt().map(numbers::moment).orElse("");
        return texts.text(
                "privacy.erasure.step." + step.step().name(),
                numbers.moment(step.at()),
                by,
                texts.text("privacy.erasure.ground." + step.ground().name()),
                texts.text(step.numbersStay() ? "privacy.erasure.stay" : "privacy.erasure.go"),
                due);
    }
}
