package org.jobline.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables in forms, as the server reads what was submitted. */
class FormRowsTest {

  private static final String GIVEN =
      "shown Part, shown Open, number Received, date? Dispatched, money? Price, choice? Result (keep|send-back)";

  private static Fields submitted(String columns, boolean isFixed, Object lines) {
    try {
      FormDefinition form = FormDefinition.read(new ObjectMapper().readTree("""
          {"components": [{"type": "textarea", "id": "lines", "key": "lines", "label": "Lines",
            "properties": {"rows": "%s", "fixedRows": "%s"}, "validate": {"required": true}}]}"""
          .formatted(columns, isFixed)));
      return new FormCheck(form, new PickLists(List.of(), new ObjectMapper()), new FormConditions(), Map.of(),
          Optional.empty(), ZoneOffset.UTC).check(Map.of("lines", lines));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void lines_that_are_given_are_read_by_their_keys() {
    Fields fields = submitted(GIVEN, true, "L-3 2.5 2026-12-01 120.5 send-back\n  7  10 -  -  - \n\n");
    assertThat(fields.rows("lines")).extracting(FormRow::key, row -> row.number(0), row -> row.date(1),
        row -> row.number(2), row -> row.choice(3)).containsExactly(
        tuple("L-3", Optional.of(new BigDecimal("2.5")), Optional.of(LocalDate.of(2026, 12, 1)),
            Optional.of(new BigDecimal("120.50")), Optional.of("send-back")),
        tuple("7", Optional.of(BigDecimal.TEN), Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(fields.text("lines")).isPresent();
    assertThat(fields.rows("others")).isEmpty();
  }

  @Test
  void lines_that_people_add_have_no_keys() {
    assertThat(submitted("date Due, money Amount", false, "2026-12-31 500\n2027-01-31 250.5").rows("lines"))
        .containsExactly(new FormRow(null, List.of(LocalDate.of(2026, 12, 31), new BigDecimal("500.00"))),
            new FormRow(null, List.of(LocalDate.of(2027, 1, 31), new BigDecimal("250.50"))));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", value = {
      "7 - - - - => Row 7, Received: Required.",
      "7 -1 - - - => Row 7, Received: Enter a number of 0 or more with up to 3 decimals, e.g. 2.5.",
      "7 1.2345 - - - => Row 7, Received: Enter a number of 0 or more with up to 3 decimals, e.g. 2.5.",
      "7 1e9 - - - => Row 7, Received: Enter a number of 0 or more with up to 3 decimals, e.g. 2.5.",
      "7 12345678901 - - - => Row 7, Received: Enter a number of 0 or more with up to 3 decimals, e.g. 2.5.",
      "7 1 31/12/2026 - - => Row 7, Dispatched: Enter a date, e.g. 2026-12-31.",
      "7 1 2026-02-30 - - => Row 7, Dispatched: Enter a date, e.g. 2026-12-31.",
      "7 1 - 1.234 - => Row 7, Price: Enter an amount, e.g. 120.55.",
      "7 1 - - burn => Row 7, Result: Enter one of keep, send-back.",
      "7 1 => Row 7 must have its key, Received, Dispatched, Price, Result, e.g. 3 2.5 2026-12-31 500.00 keep.",
  })
  void a_cell_that_is_wrong_is_named_with_what_would_be_right(String line, String message) {
    assertThatExceptionOfType(InvalidFieldsException.class).isThrownBy(() -> submitted(GIVEN, true, line))
        .satisfies(e -> assertThat(e.errors()).containsExactly(new FieldError("lines", message)));
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    assertThatExceptionOfType(InvalidFieldsException.class)
        .isThrownBy(() -> submitted(GIVEN, true, "7 x y - -\n7 1 - - -"))
        .satisfies(e -> assertThat(e.errors()).extracting(FieldError::message).containsExactly(
            "Row 7, Received: Enter a number of 0 or more with up to 3 decimals, e.g. 2.5.",
            "Row 7, Dispatched: Enter a date, e.g. 2026-12-31.", "Row 7 is there twice."));
    assertThatExceptionOfType(InvalidFieldsException.class)
        .isThrownBy(() -> submitted("date Due, money Amount", false, "2026-12-31 5\n2026-12-31"))
        .satisfies(e -> assertThat(e.errors()).extracting(FieldError::message)
            .containsExactly("Row 2 must have Due, Amount, e.g. 2026-12-31 500.00."));
    assertThatExceptionOfType(InvalidFieldsException.class).isThrownBy(() -> submitted(GIVEN, true, " \n "))
        .satisfies(e -> assertThat(e.errors()).containsExactly(new FieldError("lines", "Lines is required.")));
  }

  @Test
  void what_stands_for_a_blank_cell_is_no_choice() {
    assertThatThrownBy(() -> FormRows.of("choice Result (-|keep)", false)).hasMessageContaining("what can be chosen");
    assertThat(FormRows.of("choice Result (keep|send-back)", false).columns().get(0).choices())
        .containsExactly("keep", "send-back");
  }
}
