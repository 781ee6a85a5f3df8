package org.jobline.action;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A submission after its form's checks: trimmed, typed, without what was left empty. */
public final class Fields {

  private final Map<String, Object> values;
  private final Set<String> cleared;
  private final Set<String> personal;
  private final Map<String, List<FormRow>> rows;
  private final Set<String> asked;
  private final Map<String, String> filedAs;

  /**
   * @param cleared what was submitted, but empty
   * @param personal the fields about persons, as their form says
   * @param rows what the tables among the fields consist of
   * @param asked all fields of the form
   * @param filedAs the types of document that files are kept as
   */
  Fields(
      Map<String, Object> values, Set<String> cleared, Set<String> personal, Map<String, List<FormRow>> rows,
      Set<String> asked, Map<String, String> filedAs) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.cleared = Set.copyOf(cleared);
    this.personal = Set.copyOf(personal);
    this.rows = Map.copyOf(rows);
    this.asked = Set.copyOf(asked);
    this.filedAs = Map.copyOf(filedAs);
  }

  /** Of something that has no form to say which fields are about persons. */
  static Fields withoutForm(Map<String, Object> values) {
    return new Fields(values, Set.of(), Set.of("spokeTo", "notes", "reason"), Map.of(), values.keySet(), Map.of());
  }

  /** The keys of the fields about persons. */
  Set<String> personal() {
    return personal;
  }

  /** Whether the form has the field; that of an order logged before the last release may lack what is new. */
  public boolean isAsked(String key) {
    return asked.contains(key);
  }

  /** Whether the field was submitted empty, which is more than leaving it out. */
  public boolean isCleared(String key) {
    return cleared.contains(key);
  }

  public Optional<String> text(String key) {
    return Optional.ofNullable((String) values.get(key));
  }

  public Optional<BigDecimal> number(String key) {
    return Optional.ofNullable((BigDecimal) values.get(key));
  }

  public Optional<Instant> instant(String key) {
    return Optional.ofNullable((Instant) values.get(key));
  }

  public Optional<LocalDate> date(String key) {
    return Optional.ofNullable((LocalDate) values.get(key));
  }

  /** A tick box; not ticked when it was left out. */
  public boolean ticked(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }

  /** Several choices or files; of a field that takes one, that one. */
  @SuppressWarnings("unchecked")
  public List<String> list(String key) {
    Object value = values.getOrDefault(key, List.of());
    return value instanceof String one ? List.of(one) : (List<String>) value;
  }

  /** The type of document that the files of a field are kept as; empty where an older form says none. */
  public Optional<String> filedAs(String key) {
    return Optional.ofNullable(filedAs.get(key));
  }

  /** The lines of a table; none when it was left empty. */
  public List<FormRow> rows(String key) {
    return rows.getOrDefault(key, List.of());
  }

  /** By field key, in the order of the form; text, number, instant, date, boolean or list of text. */
  public Map<String, Object> asMap() {
    return values;
  }
}
