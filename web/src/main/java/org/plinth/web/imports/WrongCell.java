package org.plinth.web.imports;

import java.util.List;

/** A cell that cannot be what its column says. */
final class WrongCell extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    WrongCell(String key, Object... arguments) {
        super(key, null, false, false);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    ImportFault at(long line, String column, String found) {
        return new ImportFault(
                0, java.util.OptionalLong.of(line), java.util.Optional.of(column), found, key, arguments);
    }

    Object[] arguments() {
        return arguments.toArray();
    }

    String key() {
        return key;
    }
}
