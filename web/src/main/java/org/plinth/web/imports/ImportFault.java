package org.plinth.web.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plinth.web.text.Texts;

/**
 * What is wrong with a file, and where: line, column, what was found, what to do. For its owner's eyes and no log, for it quotes the
 * file.
 *
 * @param member number of the file in a ZIP, from 1; 0 for a file by itself
 * @param line counted from 1; empty where it is about the whole
 * @param column as the header names it; empty where it is not about one
 * @param found what stands there, shortened; empty where nothing does
 * @param key of the sentence, under {@code import.fault.}, or a whole key of a recording file's problem
 * @param arguments of it; keys of the catalogue that begin with {@code import.} are said in words
 */
public record ImportFault(
        int member, OptionalLong line, Optional<String> column, String found, String key, List<Object> arguments) {

    private static final int LONGEST = 60;

    /** Copies the arguments, shortens what was found and takes out what no eye sees. */
    public ImportFault {
        found = shown(found);
        arguments = List.copyOf(arguments);
    }

    /** Of a whole file. */
    static ImportFault ofFile(String key, Object... arguments) {
        return new ImportFault(0, OptionalLong.empty(), Optional.empty(), "", key, List.of(arguments));
    }

    /** Of a line. */
    static ImportFault ofLine(long line, String key, Object... arguments) {
        return new ImportFault(0, OptionalLong.of(line), Optional.empty(), "", key, List.of(arguments));
    }

    /** Of a cell. */
    static ImportFault ofCell(long line, String column, String found, String key, Object... arguments) {
        return new ImportFault(0, OptionalLong.of(line), Optional.of(column), found, key, List.of(arguments));
    }

    ImportFault inMember(int number) {
        return new ImportFault(number, line, column, found, key, arguments);
    }

    private static String shown(String cell) {
        String plain = cell.replaceAll("[\\p{Cntrl}\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069]", "\u00b7");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "\u2026" : plain;
    }

    /** "File 2, line 14, column birth date: …". */
    public String where(Texts texts) {
        List<String> where = new ArrayList<>();
        if (member > 0) {
            where.add(texts.text("import.where.file", member));
        }
        line.ifPresent(number -> where.add(texts.text("import.where.line", number)));
        column.ifPresent(name -> where.add(texts.text("import.where.column", name)));
        return String.join(texts.text("import.where.join"), where);
    }

    /** What is wrong and what to do. */
    public String what(Texts texts) {
        Object[] said = arguments.stream()
                .map(one -> one instanceof String word && word.startsWith("import.") ? texts.text(word) : one)
                .toArray();
        return texts.text(key.startsWith("recordingfile.") ? key : "import.fault." + key, said);
    }
}
