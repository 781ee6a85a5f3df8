package org.jobline.action;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table in a form, submitted as text with one line for each row: its cells, with blanks between them and {@code -}
 * for one left blank.
 *
 * @param columns in the order of the form
 * @param isFixed whether the form gives the lines: then each begins with its key, and no key comes twice
 */
public record FormRows(List<Column> columns, boolean isFixed) {

  /** Property of a text area that names the columns. */
  public static final String PROPERTY = "rows";
  /** Property of such a text area whose lines are given. */
  public static final String FIXED = "fixedRows";

  private static final Pattern COLUMN = Pattern.compile("(shown(?!\\?)|date|money|number|choice)(\\?)? ([^,;]+)");
  /** What can be chosen stands behind the label of a choice. */
  private static final Pattern CHOICE = Pattern.compile("([^()]+?) *\\((\\w[\\w-]*(?:\\|\\w[\\w-]*)*)\\)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}(?:\\.\\d{1,3})?");
  private static final Pattern MONEY = Pattern.compile("\\d{1,10}(?:\\.\\d{1,2})?");
  private static final String BLANK = "-";

  /**
   * @param label what people call it
   * @param isRequired whether each row that is submitted has something in it
   * @param choices of a choice, else empty
   */
  public record Column(Kind kind, String label, boolean isRequired, List<String> choices) {}

  /** What is in a column; what is only shown is not submitted. */
  public enum Kind {
    SHOWN, DATE, MONEY, NUMBER, CHOICE
  }

  /** @throws IllegalArgumentException saying what is wrong, when the columns are not as a form writes them */
  public static FormRows of(String columns, boolean isFixed) {
    List<Column> read = new ArrayList<>();
    for (String column : columns.split(",", -1)) {
      Matcher matcher = COLUMN.matcher(column.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException("must name the columns with their kinds (date, money, number, choice), "
            + "e.g. date Due, money Amount, choice? Result (keep|send-back).");
      }
      Kind kind = Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
      Matcher choice = CHOICE.matcher(matcher.group(3));
      if (kind == Kind.CHOICE && !choice.matches()) {
        throw new IllegalArgumentException(
            "must have what can be chosen in brackets behind a choice, e.g. choice Result (keep|send-back).");
      }
      boolean isRequired = matcher.group(2) == null && kind != Kind.SHOWN;
      read.add(kind == Kind.CHOICE
          ? new Column(kind, choice.group(1), isRequired, List.of(choice.group(2).split("\\|")))
          : new Column(kind, matcher.group(3), isRequired, List.of()));
    }
    FormRows rows = new FormRows(List.copyOf(read), isFixed);
    if (rows.entered().isEmpty() || !isFixed && rows.entered().size() < read.size()) {
      throw new IllegalArgumentException(
          "must have a column that can be filled in, and shown columns only with \"" + FIXED + "\".");
    }
    return rows;
  }

  private List<Column> entered() {
    return columns.stream().filter(column -> column.kind() != Kind.SHOWN).toList();
  }

  /**
   * @param text as submitted
   * @param wrong told of everything that is wrong, as a sentence
   */
  List<FormRow> read(String text, Consumer<String> wrong) {
    List<FormRow> rows = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (String line : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
      List<String> words = Arrays.asList(line.split("\\s+"));
      String key = isFixed ? words.get(0) : null;
      List<String> cells = isFixed ? words.subList(1, words.size()) : words;
      String name = "Row " + (key == null ? rows.size() + 1 : key);
      if (cells.size() != entered().size()) {
        wrong.accept(name + " must have " + (isFixed ? "its key, " : "")
            + String.join(", ", entered().stream().map(Column::label).toList()) + ", e.g. " + example() + ".");
      } else if (key != null && !keys.add(key)) {
        wrong.accept(name + " is there twice.");
      }
      rows.add(new FormRow(key, cells.size() == entered().size() ? cells(cells, name, wrong) : List.of()));
    }
    return rows;
  }

  private List<@Nullable Object> cells(List<String> words, String row, Consumer<String> wrong) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Column column = entered().get(i);
      cells.add(cell(column, words.get(i), problem -> wrong.accept(row + ", " + column.label() + ": " + problem)));
    }
    return cells;
  }

  private static @Nullable Object cell(Column column, String word, Consumer<String> wrong) {
    if (word.equals(BLANK)) {
      if (column.isRequired()) {
        wrong.accept("Required.");
      }
      return null;
    }
    Object value = switch (column.kind()) {
      case DATE -> date(word);
      case MONEY -> MONEY.matcher(word).matches() ? new BigDecimal(word).setScale(2) : null;
      case NUMBER -> NUMBER.matcher(word).matches() ? new BigDecimal(word) : null;
      default -> column.choices().contains(word) ? word : null;
    };
    if (value == null) {
      wrong.accept("Enter " + switch (column.kind()) {
        case DATE -> "a date, e.g. 2026-12-31.";
        case MONEY -> "an amount, e.g. 120.55.";
        case NUMBER -> "a number of 0 or more with up to 3 decimals, e.g. 2.5.";
        default -> "one of " + String.join(", ", column.choices()) + ".";
      });
    }
    return value;
  }

  private static @Nullable LocalDate date(String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private String example() {
    String cells = String.join(" ", entered().stream().map(column -> switch (column.kind()) {
      case DATE -> "2026-12-31";
      case MONEY -> "500.00";
      case NUMBER -> "2.5";
      default -> column.choices().get(0);
    }).toList());
    return isFixed ? "3 " + cells : cells;
  }
}
