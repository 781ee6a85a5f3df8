package org.jobline.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table in a form, submitted as text with one line for each row: its cells, with blanks between them and {@code -}
 * for one left blank. A cell that has blanks or quotes in it stands in double quotes, its own quotes doubled.
 *
 * @param columns in the order of the form
 * @param isFixed whether the form gives the lines: then each begins with its key, and no key comes twice
 */
public record FormRows(List<Column> columns, boolean isFixed) {

  /** Property of a text area that names the columns. */
  public static final String PROPERTY = "rows";
  /** Property of such a text area whose lines are given. */
  public static final String FIXED = "fixedRows";

  private static final Pattern COLUMN =
      Pattern.compile("(?:(shown|total)|(date|money|number|choice|text|lookup)(\\?)?) ([^,;]+)");
  /** What can be chosen stands behind the label of a choice. */
  private static final Pattern CHOICE = Pattern.compile("([^()]+?) *\\((\\w[\\w-]*(?:\\|\\w[\\w-]*)*)\\)");
  private static final Pattern LOOKUP = Pattern.compile("([^()]+?) *\\((\\w+)\\)");
  private static final Pattern TOTAL =
      Pattern.compile("([^()]+?) *\\(([^()*/]+?) *\\* *([^()*/]+?)(?: */ *([^()*/]+?))?\\)");
  private static final Pattern FILLED = Pattern.compile("([^()]+?) *\\(= *([^()]+?)\\)");
  private static final Pattern CELL = Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^\\s\"]+))(?=\\s|$)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}(?:\\.\\d{1,3})?");
  private static final Pattern MONEY = Pattern.compile("\\d{1,10}(?:\\.\\d{1,2})?");
  private static final String BLANK = "-";
  private static final int MAX_TEXT = 200;

  /**
   * @param label what people call it
   * @param isRequired whether each row that is submitted has something in it
   * @param choices of a choice, else empty
   * @param pickList the name of what is looked up in, else null
   * @param factors the labels of the columns that a total multiplies, and of the one it divides by, else empty
   * @param filledFrom the label of the column whose numbers can be taken over at once, or of a look-up with a point and
   *     the figure of what was looked up that counts where nothing is typed; else null
   */
  public record Column(
      Kind kind, String label, boolean isRequired, List<String> choices, @Nullable String pickList,
      List<String> factors, @Nullable String filledFrom) {

    private static Column of(Kind kind, String text, boolean isRequired) {
      Pattern pattern = switch (kind) {
        case CHOICE -> CHOICE;
        case LOOKUP -> LOOKUP;
        case TOTAL -> TOTAL;
        default -> text.contains("(=") ? FILLED : null;
      };
      if (pattern == null) {
        return new Column(kind, text, isRequired, List.of(), null, List.of(), null);
      }
      Matcher matcher = pattern.matcher(text);
      if (!matcher.matches() || pattern == FILLED && kind != Kind.NUMBER && kind != Kind.MONEY) {
        throw new IllegalArgumentException("must have " + switch (kind) {
          case CHOICE -> "what can be chosen in brackets behind a choice, e.g. choice Result (keep|send-back).";
          case LOOKUP -> "the name of a pick list in brackets behind a lookup, e.g. lookup Site (sites).";
          case TOTAL -> "two columns in brackets behind a total, e.g. total Amount (Quantity * Price).";
          default -> "a column in brackets only behind a number, e.g. number? Received (= Open).";
        });
      }
      return new Column(kind, matcher.group(1), isRequired,
          kind == Kind.CHOICE ? List.of(matcher.group(2).split("\\|")) : List.of(),
          kind == Kind.LOOKUP ? matcher.group(2) : null,
          kind == Kind.TOTAL ? Stream.of(matcher.group(2), matcher.group(3), matcher.group(4)).filter(Objects::nonNull).toList()
              : List.of(),
          pattern == FILLED ? matcher.group(2) : null);
    }

    private boolean isEntered() {
      return kind != Kind.SHOWN && kind != Kind.TOTAL;
    }

    private boolean isFactor() {
      return kind == Kind.NUMBER || kind == Kind.MONEY || kind == Kind.SHOWN;
    }
  }

  /** What is in a column; what is only shown, or multiplied of others, is not submitted. */
  public enum Kind {
    SHOWN, TOTAL, DATE, MONEY, NUMBER, CHOICE, TEXT, LOOKUP
  }

  /** @throws IllegalArgumentException saying what is wrong, when the columns are not as a form writes them */
  public static FormRows of(String columns, boolean isFixed) {
    List<Column> read = new ArrayList<>();
    for (String column : columns.split(",", -1)) {
      Matcher matcher = COLUMN.matcher(column.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException("must name the columns with their kinds (date, money, number, text, choice,"
            + " lookup), e.g. date Due, money Amount, choice? Result (keep|send-back).");
      }
      String kind = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      read.add(Column.of(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), matcher.group(4),
          matcher.group(1) == null && matcher.group(3) == null));
    }
    FormRows rows = new FormRows(List.copyOf(read), isFixed);
    if (rows.entered().isEmpty() || !isFixed && read.stream().anyMatch(column -> column.kind() == Kind.SHOWN)) {
      throw new IllegalArgumentException(
          "must have a column that can be filled in, and shown columns only with \"" + FIXED + "\".");
    }
    read.stream().flatMap(column -> column.factors().stream()).forEach(rows::requireFactor);
    read.stream().map(Column::filledFrom).filter(Objects::nonNull).forEach(rows::requireShown);
    return rows;
  }

  /** A figure that the entries of a pick list have. */
  public record LookedUpFigure(String pickList, String figure) {}

  /** The figures that stand in for cells in which nothing is typed. */
  public List<LookedUpFigure> lookedUpFigures() {
    return columns.stream().map(Column::filledFrom).filter(Objects::nonNull).flatMap(from -> lookedUp(from).stream())
        .toList();
  }

  private Optional<LookedUpFigure> lookedUp(String from) {
    return columns.stream().filter(column -> column.pickList() != null && from.startsWith(column.label() + "."))
        .map(column -> new LookedUpFigure(
            Objects.requireNonNull(column.pickList()), from.substring(column.label().length() + 1))).findFirst();
  }

  private void requireShown(String label) {
    if (lookedUp(label).isPresent()) {
      return;
    }
    if (columns.stream().noneMatch(column -> column.label().equals(label) && column.kind() == Kind.SHOWN)) {
      throw new IllegalArgumentException(
          "can't take over \"" + label + "\": name a column that is only shown, e.g. number? Received (= Open).");
    }
  }

  private void requireFactor(String label) {
    if (columns.stream().noneMatch(column -> column.label().equals(label) && column.isFactor())) {
      throw new IllegalArgumentException(
          "can't multiply \"" + label + "\": a total needs the labels of two columns with numbers or money.");
    }
  }

  /** The kinds of the columns that can be filled in, in small letters. */
  public List<String> enteredKinds() {
    return entered().stream().map(column -> column.kind().name().toLowerCase(Locale.ROOT)).toList();
  }

  private List<Column> entered() {
    return columns.stream().filter(Column::isEntered).toList();
  }

  /** The names of what is looked up in. */
  public Set<String> pickLists() {
    return columns.stream().map(Column::pickList).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /**
   * What stands in the columns of a pick list before anybody has filled in anything.
   *
   * @param value of the field, as the browser gets it
   */
  Set<String> codes(JsonNode value, String pickList) {
    List<Column> given = columns.stream().filter(column -> column.kind() != Kind.TOTAL).toList();
    Set<String> codes = new LinkedHashSet<>();
    for (int i = 0; i < given.size(); i++) {
      if (pickList.equals(given.get(i).pickList())) {
        int column = i;
        if (isFixed) {
          value.forEach(line -> codes.add(line.path("cells").path(column).asText("")));
        } else {
          value.asText("").lines().map(FormRows::words).filter(words -> words.size() > column)
              .forEach(words -> codes.add(Objects.requireNonNullElse(words.get(column), "")));
        }
      }
    }
    codes.remove("");
    return codes;
  }

  /**
   * @param text as submitted
   * @param find what a word stands for in a pick list
   * @param wrong told of everything that is wrong, as a sentence
   */
  List<FormRow> read(String text, Finder find, Consumer<String> wrong) {
    List<FormRow> rows = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (String line : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
      List<@Nullable String> words = words(line);
      String key = isFixed && !words.isEmpty() ? words.get(0) : null;
      List<@Nullable String> cells = key == null ? words : words.subList(1, words.size());
      String name = "Row " + (key == null ? rows.size() + 1 : key);
      if (words.isEmpty()) {
        wrong.accept(name + ": Write a cell with blanks or quotes in double quotes, its own quotes doubled, e.g. "
            + quoted("Valve 1/2\"") + ".");
      } else if (cells.size() != entered().size() || isFixed && key == null) {
        wrong.accept(name + " must have " + (isFixed ? "its key, " : "")
            + String.join(", ", entered().stream().map(Column::label).toList()) + ", e.g. " + example() + ".");
      } else if (key != null && !keys.add(key)) {
        wrong.accept(name + " is there twice.");
      }
      rows.add(new FormRow(key, cells.size() == entered().size() ? cells(cells, name, find, wrong) : List.of()));
    }
    return rows;
  }

  /** Looks up what somebody typed. */
  interface Finder {

    /** The code; empty when there is no such entry, after it has said so. */
    Optional<String> find(String pickList, String word, Consumer<String> wrong);
  }

  /** The cells of a line, null for a blank one; none when its quotes don't fit. */
  private static List<@Nullable String> words(String line) {
    List<@Nullable String> words = new ArrayList<>();
    Matcher cell = CELL.matcher(line.strip());
    int end = 0;
    while (cell.find() && cell.start() == end) {
      end = cell.end();
      String word = cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\"").strip();
      words.add(word.isEmpty() || BLANK.equals(cell.group(2)) ? null : word);
    }
    return end == line.strip().length() ? words : List.of();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private List<@Nullable Object> cells(
      List<@Nullable String> words, String row, Finder find, Consumer<String> wrong) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Column column = entered().get(i);
      cells.add(cell(
          column, words.get(i), find, problem -> wrong.accept(row + ", " + column.label() + ": " + problem)));
    }
    return cells;
  }

  private static @Nullable Object cell(
      Column column, @Nullable String word, Finder find, Consumer<String> wrong) {
    if (word == null) {
      if (column.isRequired()) {
        wrong.accept("Required.");
      }
      return null;
    }
    if (column.pickList() != null) {
      return find.find(column.pickList(), word, wrong).orElse(null);
    }
    Object value = switch (column.kind()) {
      case DATE -> date(word);
      case MONEY -> MONEY.matcher(word).matches() ? new BigDecimal(word).setScale(2) : null;
      case NUMBER -> NUMBER.matcher(word).matches() ? new BigDecimal(word) : null;
      case TEXT -> word.length() <= MAX_TEXT ? word : null;
      default -> column.choices().contains(word) ? word : null;
    };
    if (value == null) {
      wrong.accept(switch (column.kind()) {
        case DATE -> "Enter a date, e.g. 2026-12-31.";
        case MONEY -> "Enter an amount, e.g. 120.55.";
        case NUMBER -> "Enter a number of 0 or more with up to 3 decimals, e.g. 2.5.";
        case TEXT -> "Enter up to " + MAX_TEXT + " characters; these are " + word.length() + ".";
        default -> "Enter one of " + String.join(", ", column.choices()) + ".";
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
      case TEXT -> quoted("Boiler valve");
      case LOOKUP -> "CODE";
      default -> column.choices().get(0);
    }).toList());
    return isFixed ? "3 " + cells : cells;
  }
}
