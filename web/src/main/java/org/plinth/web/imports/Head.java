package org.plinth.web.imports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cell of a header: {@code Peak torque (N·m)}, {@code left_max_force_N}, {@code Geburtsdatum}.
 *
 * @param index of the column, from 0
 * @param name as it stands
 * @param stem folded, without its unit
 * @param whole folded
 * @param unit the word in brackets or at the end, where that is a unit
 */
record Head(int index, String name, String stem, String whole, Optional<String> unit) {

    private static final Pattern IN_BRACKETS = Pattern.compile("(.*?)[\\s_]*[(\\[]\\s*([^)\\]]+?)\\s*[)\\]]\\s*");
    private static final Pattern AT_END = Pattern.compile("(.+)[\\s_]+(\\S+)");

    static Head of(int index, String cell) {
        String name = cell.strip();
        Matcher bracketed = IN_BRACKETS.matcher(name);
        if (bracketed.matches() && UnitTable.isUnit(bracketed.group(2))) {
            return new Head(index, name, fold(bracketed.group(1)), fold(name), Optional.of(bracketed.group(2)));
        }
        Matcher last = AT_END.matcher(name);
        if (last.matches() && UnitTable.isUnit(last.group(2))) {
            return new Head(index, name, fold(last.group(1)), fold(name), Optional.of(last.group(2)));
        }
        return new Head(index, name, fold(name), fold(name), Optional.empty());
    }

    private static String fold(String text) {
        return Cell.fold(text.replaceAll("[_.:-]+", " "));
    }

    boolean isCalled(Column column) {
        return column.names().contains(stem) || column.names().contains(whole);
    }
}
