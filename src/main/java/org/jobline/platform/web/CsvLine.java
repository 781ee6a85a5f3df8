package org.jobline.platform.web;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of a file for spreadsheets (RFC 4180), every cell quoted. */
public final class CsvLine {

  /** What a file begins with: without it, spreadsheets take it for something older than UTF-8. */
  public static final String BYTE_ORDER_MARK = "\ufeff";

  private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}\\p{C}\\x{3164}\\x{115F}\\x{1160}]*[=+\\-@|−]");

  private CsvLine() {}

  /** @param cells null stands for an empty one */
  public static String of(@Nullable Object... cells) {
    return Stream.of(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** Some spreadsheets skip what cannot be seen, and take wide characters for narrow ones. */
  private static boolean isFormula(String text) {
    return text.startsWith("\t") || text.startsWith("\r")
        || FORMULA.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).lookingAt();
  }

  /** Quoted, and with a mark before what a spreadsheet would take for a formula. */
  static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return "\"" + (value instanceof String && isFormula(text) ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
