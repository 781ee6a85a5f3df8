package org.jobline.action;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jobline.order.Order;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;

/**
 * Holds one submission against its form: the same required, length, range, pattern and choice rules that Tasklist
 * shows the agent, applied again because a client may skip them. Form-js sends dates as text and numbers as doubles.
 */
class FormCheck {

  /** Longest text where a form names no limit (domain/agent-actions.md). */
  private static final int MAX_TEXT = 4000;

  static final String UNSTORABLE = " contains characters that can't be stored.";

  private static final int MAX_ENTRIES = 100;
  private static final int MAX_FILES = 20;

  /** Longer ones are no numbers anybody means, and take long to read. */
  private static final int MAX_DIGITS = 50;

  /** Naming more fields that are none would only make the answer longer than the request. */
  private static final int MAX_UNKNOWN = 20;

  private final FormDefinition form;
  private final PickLists pickLists;
  private final FormConditions conditions;
  private final Map<String, Object> besideFields;
  private final Optional<Order> order;
  private final ZoneId zone;
  private final List<FieldError> errors = new ArrayList<>();
  private final Map<String, List<FormRow>> rows = new HashMap<>();

  /**
   * @param besideFields what conditions may refer to that is no field
   * @param zone of the site: what dates without an offset are meant in
   */
  FormCheck(
      FormDefinition form, PickLists pickLists, FormConditions conditions, Map<String, Object> besideFields,
      Optional<Order> order, ZoneId zone) {
    this.form = form;
    this.pickLists = pickLists;
    this.conditions = conditions;
    this.besideFields = besideFields;
    this.order = order;
    this.zone = zone;
  }

  /** @throws InvalidFieldsException with every field that is wrong */
  Fields check(Map<String, Object> submitted) {
    submitted.keySet().stream()
        .filter(key -> form.field(key).isEmpty())
        .limit(MAX_UNKNOWN)
        .forEach(key -> errors.add(new FieldError(shortened(key), "isn't a field of this form; its fields are "
            + String.join(", ", form.fields().stream().map(FormField::key).toList()) + ".")));
    Map<String, Object> values = new LinkedHashMap<>();
    Set<String> cleared = new HashSet<>();
    for (FormField field : form.fields()) {
      Object raw = submitted.get(field.key());
      if (field.hiddenIf() != null && conditions.holds(field.hiddenIf(), seen(values))) {
        continue;
      }
      if (raw == null || isEmpty(raw)) {
        if (field.required()) {
          wrong(field, " is required.");
        } else if (submitted.containsKey(field.key())) {
          cleared.add(field.key());
        }
        continue;
      }
      typed(field, raw).ifPresent(value -> values.put(field.key(), value));
    }
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
    return new Fields(values, cleared, form.personalFields(), rows,
        form.fields().stream().map(FormField::key).collect(Collectors.toSet()), form.typesOfDocuments());
  }

  /** What conditions of later fields may refer to: a field left empty counts as null. */
  private Map<String, Object> seen(Map<String, Object> values) {
    Map<String, Object> seen = new LinkedHashMap<>(besideFields);
    form.fields().forEach(field -> seen.put(field.key(), values.get(field.key())));
    return seen;
  }

  private static boolean isEmpty(Object raw) {
    return raw instanceof String text && text.isBlank()
        || raw instanceof List<?> list && list.isEmpty();
  }

  private Optional<Object> typed(FormField field, Object raw) {
    int before = errors.size();
    Object value = switch (field.type()) {
      case TEXT -> text(field, raw);
      case NUMBER -> number(field, raw);
      case TICK -> tick(field, raw);
      case DATE -> date(field, raw);
      case INSTANT -> instant(field, raw);
      case LIST -> list(field, raw);
    };
    return errors.size() > before ? Optional.empty() : Optional.ofNullable(value);
  }

  private @Nullable Object text(FormField field, Object raw) {
    if (!(raw instanceof String || raw instanceof Number)) {
      return wrong(field, " must be text.");
    }
    String text = raw.toString().strip();
    if (!isStorable(text)) {
      return wrong(field, UNSTORABLE);
    }
    int max = field.maxLength() == null ? MAX_TEXT : field.maxLength();
    if (text.length() > max) {
      return wrong(field, " is too long: " + text.length() + " characters, " + max + " allowed.");
    }
    if (field.minLength() != null && text.length() < field.minLength()) {
      return wrong(field, " must have at least " + field.minLength() + " characters.");
    }
    if (field.pattern() != null && !field.pattern().matcher(text).matches()) {
      return wrong(field, " isn't in the right format: " + field.pattern() + ".");
    }
    if (field.rows() != null) {
      rows.put(field.key(), field.rows().read(text, this::code, problem -> refuse(field, problem)));
    }
    return chosen(field, text);
  }

  /** As in a field of its own. */
  private Optional<String> code(String pickList, String word, Consumer<String> wrong) {
    PickList list = pickLists.named(pickList);
    Optional<Choice> found = list.find(order, word);
    if (found.isEmpty()) {
      wrong.accept(list.expectation());
    }
    return found.map(Choice::value);
  }

  /** The database takes no NUL, and changes half a pair of surrogates, so that an event's hash is not found again. */
  static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private @Nullable Object chosen(FormField field, String text) {
    if (field.pickList() != null) {
      PickList list = pickLists.named(field.pickList());
      return list.find(order, text)
          .<Object>map(Choice::value)
          .orElseGet(() -> refuse(field, list.expectation()));
    }
    if (!field.values().isEmpty() && !field.values().contains(text)) {
      return wrong(field, " must be one of: " + String.join(", ", field.values()) + ".");
    }
    return text;
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private @Nullable Object number(FormField field, Object raw) {
    BigDecimal number;
    try {
      String digits = raw.toString().strip();
      if (digits.length() > MAX_DIGITS) {
        return wrong(field, " can't have more than " + MAX_DIGITS + " digits.");
      }
      number = new BigDecimal(digits);
    } catch (NumberFormatException e) {
      return wrong(field, " must be a number, e.g. 12.50.");
    }
    if (number.precision() - number.scale() > 10) {
      return wrong(field, " must be below 10,000,000,000.");
    }
    number = number.stripTrailingZeros();
    int digits = field.decimalDigits() == null ? 2 : field.decimalDigits();
    if (number.scale() > digits) {
      return wrong(field, digits == 0 ? " must be a whole number."
          : " can't have more than " + digits + " decimal places, e.g. 120.55.");
    }
    if (field.min() != null && number.compareTo(field.min()) < 0) {
      return wrong(field, field.min().signum() == 0 ? " can't be negative."
          : " must be at least " + field.min().toPlainString() + ".");
    }
    if (field.max() != null && number.compareTo(field.max()) > 0) {
      return wrong(field, " can't be more than " + field.max().toPlainString() + ".");
    }
    return number.setScale(digits);
  }

  private @Nullable Object tick(FormField field, Object raw) {
    Boolean ticked = raw instanceof Boolean flag ? flag
        : "true".equals(raw) ? Boolean.TRUE : "false".equals(raw) ? Boolean.FALSE : null;
    if (ticked == null) {
      return wrong(field, " must be true or false.");
    }
    if (field.required() && !ticked) {
      return refuse(field, "Tick “" + field.label() + "” to confirm.");
    }
    return ticked;
  }

  private @Nullable Object date(FormField field, Object raw) {
    try {
      return LocalDate.parse(raw.toString().strip());
    } catch (DateTimeException e) {
      return wrong(field, " must be a date, e.g. 2026-12-24.");
    }
  }

  private @Nullable Object instant(FormField field, Object raw) {
    String text = raw.toString().strip();
    try {
      Instant instant = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : atTheSite(LocalDateTime.parse(text));
      if (instant == null) {
        return wrong(field, " doesn't exist: the site's clocks go forward past it that night.");
      }
      if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
        return wrong(field, " must be between the years 1970 and 2200.");
      }
      return instant;
    } catch (DateTimeException e) {
      return wrong(field, " must be a date and time, e.g. 2026-12-24T13:45:00+00:00.");
    }
  }

  /** Null when summer time skips it; an hour that occurs twice means its first occurrence. */
  private @Nullable Instant atTheSite(LocalDateTime wall) {
    return zone.getRules().getValidOffsets(wall).stream().findFirst().map(wall::toInstant).orElse(null);
  }

  /** One entry need not be a list: a field that takes several files may have taken one only before. */
  private @Nullable Object list(FormField field, Object raw) {
    List<?> entries = raw instanceof List<?> list ? list
        : raw instanceof String && field.isOfFiles() ? List.of(raw) : null;
    int max = field.isOfFiles() ? MAX_FILES : MAX_ENTRIES;
    if (entries == null || entries.size() > max) {
      return wrong(field, " must be a list of up to " + max + (field.isOfFiles() ? " files." : " entries."));
    }
    List<String> chosen = new ArrayList<>();
    for (Object entry : entries) {
      if (entry == null || isEmpty(entry)) {
        return wrong(field, " can't have blank entries.");
      }
      Object value = text(field, entry);
      if (value != null && !chosen.contains(value.toString())) {
        chosen.add(value.toString());
      }
    }
    return List.copyOf(chosen);
  }

  /** @param predicate what is said of the field, which is named by its label */
  private @Nullable Object wrong(FormField field, String predicate) {
    String name = field.label().endsWith("?") ? "“" + field.label() + "”" : field.label();
    return refuse(field, name + predicate);
  }

  private @Nullable Object refuse(FormField field, String message) {
    errors.add(new FieldError(field.key(), message));
    return null;
  }
}
