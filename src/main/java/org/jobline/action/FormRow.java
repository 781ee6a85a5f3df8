package org.jobline.action;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table in a form, as somebody filled it in.
 *
 * @param key of the line where the form gives the lines, null where people add them
 * @param cells number, date or text for each column that can be filled in, in the order of the form; null for a blank
 *     one
 */
public record FormRow(@Nullable String key, List<@Nullable Object> cells) {

  public FormRow {
    cells = Collections.unmodifiableList(new ArrayList<>(cells));
  }

  /** @param column counted from 0, without those that are only shown */
  public Optional<BigDecimal> number(int column) {
    return Optional.ofNullable((BigDecimal) cells.get(column));
  }

  /** @param column counted from 0, without those that are only shown */
  public Optional<LocalDate> date(int column) {
    return Optional.ofNullable((LocalDate) cells.get(column));
  }

  /** @param column counted from 0, without those that are only shown */
  public Optional<String> choice(int column) {
    return text(column);
  }

  /**
   * Free text, or the code of what was looked up.
   *
   * @param column counted from 0, without those that are only shown
   */
  public Optional<String> text(int column) {
    return Optional.ofNullable((String) cells.get(column));
  }
}
