package org.plinth.core.screening;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The questions that are asked before the first maximal effort of a visit. A changed question is a new version of the
 * form; answers keep the version that they were given to. Immutable.
 *
 * @param id stable, kebab-case: {@code pht-screening}
 * @param version from 1
 * @param questions in the order they are read out
 */
public record ScreeningForm(String id, int version, List<Question> questions) {

    /** What a "yes" asks for. */
    public enum Action {
        /** Do not test to the maximum today, unless the clinician has a reason. */
        STOP,
        /** Ask more first; then the clinician decides. */
        ASK
    }

    /** What the answers advise; the clinician decides. The weightiest of all answers counts. */
    public enum Advice {
        /** Nothing applies. */
        CLEAR,
        /** Something is to be asked first. */
        ASK,
        /** Something speaks against it. */
        STOP
    }

    /**
     * One question.
     *
     * @param id stable, kebab-case; what is stored for a "yes"
     * @param action what a "yes" asks for
     * @param words as the clinician reads them
     * @param irritable whether a "yes" means that the tendon is irritable, so that practice stays below the maximum
     */
    public record Question(String id, Action action, String words, boolean irritable) {}

    /** Copies the list. */
    public ScreeningForm {
        questions = List.copyOf(questions);
    }

    /**
     * The newest version that ships with Plinth.
     *
     * @throws IllegalStateException naming file and key if its file is unusable
     */
    public static ScreeningForm bundled() {
        return ScreeningReader.read("pht-screening-1.properties");
    }

    /** The question with this id. */
    public Optional<Question> find(String question) {
        return questions.stream().filter(one -> one.id().equals(question)).findFirst();
    }

    /** Which of these ids are of no question here. */
    public Set<String> unknown(Set<String> ids) {
        Set<String> unknown = new LinkedHashSet<>(ids);
        questions.forEach(question -> unknown.remove(question.id()));
        return unknown;
    }

    /**
     * What these answers advise.
     *
     * @param yes ids of the questions answered with "yes"; the others were answered with "no"
     */
    public Advice advice(Set<String> yes) {
        boolean stop = yes.stream().anyMatch(id -> find(id).filter(one -> one.action() == Action.STOP)
                .isPresent());
        if (stop) {
            return Advice.STOP;
        }
        return yes.isEmpty() ? Advice.CLEAR : Advice.ASK;
    }

    /** Whether these answers mean that practice stays below the maximum (decision S2). */
    public boolean irritable(Set<String> yes) {
        return yes.stream().flatMap(id -> find(id).stream()).anyMatch(Question::irritable);
    }
}
