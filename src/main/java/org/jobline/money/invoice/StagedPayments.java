package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jobline.action.Fields;
import org.jobline.action.FormRow;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;

/** The stages of an order's fixed cost, by date. */
record StagedPayments(List<StagedPayment> stages) {

  private static final String FIELD = "stages";
  private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\s+(\\d{1,7}(?:\\.\\d{1,2})?)");

  StagedPayments {
    stages = stages.stream().sorted(Comparator.comparing(StagedPayment::date)).toList();
  }

  /**
   * As the columns of the form have them, which has read them already; a form from before it had columns has a text.
   *
   * @throws InvalidFieldsException with one error for each line that is wrong
   */
  static StagedPayments of(Fields form) {
    List<FormRow> rows = form.rows(FIELD);
    return rows.isEmpty() ? read(form.text(FIELD).orElse("")) : of(rows);
  }

  static StagedPayments of(List<FormRow> rows) {
    List<FieldError> wrong = IntStream.range(0, rows.size())
        .filter(row -> amount(rows.get(row)).signum() == 0)
        .mapToObj(row -> new FieldError(FIELD, "Row " + (row + 1) + ", Amount: Enter an amount above 0, e.g. 500.00."))
        .toList();
    if (!wrong.isEmpty()) {
      throw new InvalidFieldsException(wrong);
    }
    return new StagedPayments(rows.stream()
        .map(row -> new StagedPayment(row.date(0).orElseThrow(), amount(row))).toList());
  }

  private static BigDecimal amount(FormRow row) {
    return row.number(1).orElseThrow();
  }

  /**
   * Reads what an agent has typed, one stage a line: date and amount.
   *
   * @throws InvalidFieldsException with one error for each line that is wrong
   */
  static StagedPayments read(String text) {
    List<StagedPayment> stages = new ArrayList<>();
    List<FieldError> wrong = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
      number++;
      StagedPayment stage = stage(line);
      if (stage == null) {
        wrong.add(new FieldError(FIELD, "Stages, line " + number
            + ": enter a date and an amount above 0, e.g. 2026-12-31 500.00."));
      } else {
        stages.add(stage);
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidFieldsException(wrong);
    }
    return new StagedPayments(stages);
  }

  private static @Nullable StagedPayment stage(String line) {
    Matcher typed = LINE.matcher(line);
    if (!typed.matches()) {
      return null;
    }
    try {
      BigDecimal amount = new BigDecimal(typed.group(2)).setScale(2);
      return amount.signum() == 0 ? null : new StagedPayment(LocalDate.parse(typed.group(1)), amount);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** As an agent types them. */
  String text() {
    return stages.stream()
        .map(stage -> stage.date() + " " + stage.amount().toPlainString())
        .collect(Collectors.joining("\n"));
  }

  boolean isEmpty() {
    return stages.isEmpty();
  }

  BigDecimal sum() {
    return stages.stream().map(StagedPayment::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  /** What may be invoiced by a day, at most the fixed cost, which may have been lowered since. */
  BigDecimal released(LocalDate on, BigDecimal fixedCost) {
    return stages.stream()
        .filter(stage -> !stage.date().isAfter(on))
        .map(StagedPayment::amount)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add)
        .min(fixedCost);
  }
}
