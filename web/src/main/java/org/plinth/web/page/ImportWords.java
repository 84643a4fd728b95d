package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.diary.EntryField;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryWords;
import org.plinth.web.imports.FoundRow;
import org.plinth.web.imports.FoundRow.Measured;
import org.plinth.web.imports.FoundRow.Newcomer;
import org.plinth.web.imports.ImportFault;
import org.plinth.web.imports.ItemWords;
import org.plinth.web.imports.Person;
import org.plinth.web.imports.Question;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/** What stands in a file, in words. */
final class ImportWords {

    private static final String DOT = " \u00b7 ";

    private final Texts texts;
    private final Numbers numbers;

    ImportWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    String where(FoundRow row) {
        String line = texts.text("import.where.line", row.line());
        return row.member() > 0
                ? texts.text("import.where.file", row.member()) + texts.text("import.where.join") + line
                : line;
    }

    String who(Person person) {
        List<String> said = new ArrayList<>();
        String name = (person.given() + " " + person.family()).strip();
        if (!name.isEmpty()) {
            said.add(name);
        }
        person.born().ifPresent(day -> said.add(texts.text("page.banner.born", numbers.date(day))));
        person.identifier().ifPresent(number -> said.add(texts.text("import.number", number)));
        return said.isEmpty() ? texts.text("import.nobody") : String.join(DOT, said);
    }

    String content(FoundRow.Content content) {
        if (content instanceof Newcomer newcomer) {
            return newcomer.involvement()
                    .map(side -> newcomer.problem().isEmpty()
                            ? new Sides(texts).affected(side)
                            : newcomer.problem() + DOT + new Sides(texts).affected(side))
                    .orElseGet(() -> texts.text("import.noepisode"));
        }
        Measured measured = (Measured) content;
        List<String> said = new ArrayList<>();
        measured.date().ifPresent(day -> said.add(numbers.date(day)));
        if (!measured.time().isEmpty()) {
            said.add(measured.time());
        }
        said.addAll(values(measured.kind(), measured.values()));
        return String.join(DOT, said);
    }

    private List<String> values(String kind, Map<String, String> values) {
        EntryWords words = new EntryWords(texts, numbers);
        return EntryKinds.find(kind).stream()
                .flatMap(known -> known.fields().stream()
                        .filter(field -> values.containsKey(field.name()))
                        .map(field -> texts.text(
                                "diary.line",
                                label(words, known, field),
                                words.value(field, values.getOrDefault(field.name(), "")))))
                .toList();
    }

    private String label(EntryWords words, EntryKind kind, EntryField field) {
        String own = "diary." + kind.id() + "." + field.name();
        return texts.has(own) ? texts.text(own) : words.label(kind, field);
    }

    /** What a stored item says. */
    List<String> facts(ImportItem item) {
        List<String> facts = new ArrayList<>();
        facts.add(who(person(item.words())));
        Optional.ofNullable(item.words().get(ItemWords.DATE))
                .ifPresent(day -> facts.add(numbers.date(java.time.LocalDate.parse(day))));
        Optional.ofNullable(item.words().get(ItemWords.TIME)).ifPresent(facts::add);
        facts.addAll(values(item.kind(), ItemWords.values(item.words())));
        return facts;
    }

    Person person(SortedMap<String, String> words) {
        SortedMap<String, String> said = new TreeMap<>(words);
        return new Person(
                said.getOrDefault(ItemWords.FAMILY, ""),
                said.getOrDefault(ItemWords.GIVEN, ""),
                Optional.ofNullable(said.get(ItemWords.BORN)).map(java.time.LocalDate::parse),
                Optional.ofNullable(said.get(ItemWords.IDENTIFIER)));
    }

    String notice(ImportFault notice) {
        String where = notice.where(texts);
        return where.isEmpty() ? notice.what(texts) : texts.text("import.notice", where, notice.what(texts));
    }

    ImportView.Ask ask(Question question) {
        Object[] arguments = question.arguments().stream()
                .map(one -> one instanceof String word && word.startsWith("import.") ? texts.text(word) : one)
                .toArray();
        return new ImportView.Ask(
                question.name(),
                texts.text("import.question." + question.key(), arguments),
                question.choices().stream()
                        .map(choice -> new Option(
                                choice.value(), choice.key().isEmpty() ? choice.literal() : texts.text(choice.key())))
                        .toList(),
                question.answer().orElse(""),
                question.must());
    }
}
