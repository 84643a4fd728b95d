package org.plinth.web.export;

import java.util.function.Function;

/**
 * One column of the results file.
 *
 * @param name as in the header, with its unit
 * @param cell its text in a row; empty where it is not known
 */
record Column(String name, Function<Row, String> cell) {}
