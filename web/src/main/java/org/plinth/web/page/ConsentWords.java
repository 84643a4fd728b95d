package org.plinth.web.page;

import java.util.Arrays;
import java.util.List;
import org.plinth.web.clinic.Consent;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** How each consent of a patient stands, in words. */
final class ConsentWords {

    private final Texts texts;
    private final Numbers numbers;

    ConsentWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** One for each kind; {@code said} oldest first. */
    List<Fact> stand(List<Consent> said) {
        return Arrays.stream(Consent.Kind.values())
                .filter(kind ->
                        kind != Consent.Kind.ASSENT || said.stream().anyMatch(one -> one.kind() == Consent.Kind.ASSENT))
                .map(kind -> stand(kind, said))
                .toList();
    }

    private Fact stand(Consent.Kind kind, List<Consent> said) {
        String words = said.stream()
                .filter(one -> one.kind() == kind)
                .reduce((a, b) -> b)
                .map(one -> texts.text(
                        one.given() ? "privacy.consent.given" : "privacy.consent.refused", numbers.date(one.on())))
                .orElseGet(() -> texts.text("privacy.consent.notAsked"));
        return new Fact(texts.text("privacy.consent.kind." + kind.name()), words);
    }
}
