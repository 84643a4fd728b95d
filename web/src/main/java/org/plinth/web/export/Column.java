package org.plinth.web.export;

import java.util.function.Function;
import org.plinth.web.store.ResultStore.ExportRow;

/**
 * A column of the results file. The catalogue has its meaning under {@code export.column.<name>}.
 *
 * @param name in the header, with its unit
 * @param cell of a row; empty text where it is not known
 */
record Column(String name, Function<ExportRow, String> cell) {}
