package org.plinth.core.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads a position that a clinic wrote, and says everything that is wrong with it at once. Pure; any thread.
 *
 * <p>Two ways in: {@link #check} holds a new version to every rule of today; {@link #stored} reads what was accepted
 * once, by the rules of its own day, so that an old version stays readable when a rule becomes stricter.
 */
public final class OwnPositionReader {

    private static final Set<String> OF_THE_SYSTEM = Set.of("id", "version", PositionFields.BASED_ON);
    private static final List<String> NOT_IN_FILES =
            List.of(PositionFields.BASED_ON, "norm.value", "norm.population", "norm.source");

    private OwnPositionReader() {}

    /**
     * Holds content to the rules.
     *
     * @param content as written; what the system sets is not asked for
     * @param id the position's id
     * @param version of its protocol, from 1
     * @param base what it was copied from; its errors bound what may be assumed
     */
    public static PositionReading check(PositionContent content, String id, int version, TestPosition base) {
        List<PositionProblem> problems = new ArrayList<>();
        problems.addAll(FieldCheck.problems(content, OF_THE_SYSTEM));
        problems.addAll(new PositionLaws(content, base, keys(problems)).problems());
        return problems.isEmpty()
                ? new PositionReading.Usable(stored(content, id, version))
                : new PositionReading.Unusable(problems);
    }

    private static Set<String> keys(List<PositionProblem> problems) {
        return problems.stream().map(PositionProblem::key).collect(Collectors.toSet());
    }

    /**
     * Reads what was accepted.
     *
     * @throws IllegalStateException naming the key if it cannot be read
     */
    public static TestPosition stored(PositionContent content, String id, int version) {
        Map<String, String> values = new TreeMap<>();
        // Files name every key, be it empty.
        PositionFields.ALL.stream()
                .filter(field -> field.kind() != PositionField.Kind.LINES)
                .forEach(field -> values.put(field.key(), ""));
        values.putAll(content.values());
        values.keySet().removeAll(NOT_IN_FILES);
        values.put("id", id);
        values.put("version", Integer.toString(version));
        return PositionReader.read(PositionFile.of(id + " version " + version, values));
    }

    /**
     * What a copy was made from.
     *
     * @param id of the position
     * @param version of its protocol
     */
    public record Origin(String id, int version) {

        /** As it is written: {@code curl-prone-15@1}. */
        @Override
        public String toString() {
            return id + "@" + version;
        }

        /** Reads what {@link #toString} wrote. */
        public static Optional<Origin> parse(String text) {
            int at = text.lastIndexOf('@');
            if (at < 1 || !text.substring(at + 1).matches("[1-9][0-9]{0,5}")) {
                return Optional.empty();
            }
            return Optional.of(new Origin(text.substring(0, at), Integer.parseInt(text.substring(at + 1))));
        }
    }
}
