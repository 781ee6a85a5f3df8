package org.jobline.csv;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line of a file for spreadsheets (RFC 4180), every cell quoted. */
public final class CsvLine {

  /** What a file begins with: without it, spreadsheets take it for something older than UTF-8. */
  public static final String BYTE_ORDER_MARK = "\ufeff";

  private CsvLine() {}

  /** @param cells null stands for an empty one */
  public static String of(Object... cells) {
    return Stream.of(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** Quoted, and with a mark before what a spreadsheet would take for a formula. */
  static String cell(Object value) {
    String text = value == null ? "" : value.toString();
    boolean formula = value instanceof String && text.matches("(?s)\\s*[=+\\-@|\\t\\r].*");
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
