package org.jobline.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables in forms, as the server reads what was submitted. */
class FormRowsTest {

  private static final String GIVEN =
      "shown Part, shown Open, number Received, date? Dispatched, money? Price, choice? Result (keep|send-back)";

  private static final PickLists PICK_LISTS = new PickLists(List.of(new ShortPickList("parts",
      "Pick a part from the list.", order -> List.of(
          new Choice("ACME/P-1", "Boiler pump (ACME/P-1)"), new Choice("ACME/P-2", "Gasket (ACME/P-2)")))),
      new ObjectMapper());

  private static Fields submitted(String columns, boolean isFixed, Object lines) {
    try {
      FormDefinition form = FormDefinition.read(new ObjectMapper().readTree("""
          {"components": [{"type": "textarea", "id": "lines", "key": "lines", "label": "Lines",
            "properties": {"rows": "%s", "fixedRows": "%s"}, "validate": {"required": true}}]}"""
          .formatted(columns, isFixed)));
      return new FormCheck(form, PICK_LISTS, new FormConditions(), Map.of(), Optional.empty(), ZoneOffset.UTC)
          .check(Map.of("lines", lines));
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

  static Stream<JsonNode> cases() throws IOException {
    JsonNode cases = new ObjectMapper().readTree(FormRowsTest.class.getResourceAsStream("/forms/rows.json"));
    assertThat(cases).hasSizeGreaterThan(15);
    return StreamSupport.stream(cases.spliterator(), false);
  }

  /** The same table of cases as in the browser. */
  @ParameterizedTest
  @MethodSource("cases")
  void tables_are_read_as_the_browser_writes_them(JsonNode one) {
    List<String> told = new ArrayList<>();
    List<FormRow> rows = FormRows.of(one.path("rows").asText(), false).read(one.path("text").asText(),
        (list, word, wrong) -> Optional.of(word), told::add);
    if (one.has("error")) {
      assertThat(told).containsExactly(one.path("error").asText());
    } else {
      assertThat(told).isEmpty();
      assertThat(rows.stream().map(row -> row.cells().stream().map(cell -> cell == null ? null : cell.toString()).toList()))
          .isEqualTo(new ObjectMapper().convertValue(one.path("read"), List.class));
    }
  }

  @Test
  void what_is_looked_up_is_a_code_by_code_or_label_or_refused() {
    String columns = "lookup Part (parts), number Quantity";
    Fields fields = submitted(columns, false, "ACME/P-1 2\n\"Gasket (ACME/P-2)\" 3");
    assertThat(fields.rows("lines")).extracting(row -> row.text(0)).containsExactly(
        Optional.of("ACME/P-1"), Optional.of("ACME/P-2"));
    assertThatExceptionOfType(InvalidFieldsException.class).isThrownBy(() -> submitted(columns, false, "ACME/P-9 1\n- 1"))
        .satisfies(e -> assertThat(e.errors()).extracting(FieldError::message).containsExactly(
            "Row 1, Part: Pick a part from the list.", "Row 2, Part: Required."));
  }

  @Test
  void a_text_has_up_to_200_characters() {
    assertThat(submitted("text Part", false, '"' + "a ".repeat(99) + "bc\"").rows("lines").get(0).text(0))
        .hasValueSatisfying(text -> assertThat(text).hasSize(200));
    assertThatExceptionOfType(InvalidFieldsException.class)
        .isThrownBy(() -> submitted("text Part", false, "x".repeat(201)))
        .satisfies(e -> assertThat(e.errors()).containsExactly(
            new FieldError("lines", "Row 1, Part: Enter up to 200 characters; these are 201.")));
  }

  @Test
  void a_line_that_is_given_may_have_any_key() {
    assertThat(submitted("shown Part, text? Note, total Sum (Part * Part)", true, "\"L 1\" \"as agreed\"\nL2 -").rows("lines"))
        .containsExactly(new FormRow("L 1", List.of("as agreed")), new FormRow("L2", Arrays.asList((Object) null)));
  }

  @Test
  void what_stands_in_a_table_from_the_start_is_named() throws IOException {
    ObjectMapper json = new ObjectMapper();
    FormRows fixed = FormRows.of("shown Open, total Sum (Open * Quantity), lookup? Part (parts), number Quantity", true);
    assertThat(fixed.codes(json.readTree("""
        [{"key": "1", "cells": [1, "ACME/P-1", null]}, {"key": "2", "cells": [2, null, "3"]},
         {"key": "3", "cells": [1, "ACME/P-1", null]}]"""), "parts")).containsExactly("ACME/P-1");
    FormRows free = FormRows.of("number Quantity, lookup? Part (parts)", false);
    assertThat(free.codes(json.readTree("\"1 ACME/P-2\\n2 -\\n3 \\\"A B\\\"\""), "parts"))
        .containsExactly("ACME/P-2", "A B");
    assertThat(free.codes(json.readTree("null"), "parts")).isEmpty();
  }

  @Test
  void what_stands_for_a_blank_cell_is_no_choice() {
    assertThatThrownBy(() -> FormRows.of("choice Result (-|keep)", false)).hasMessageContaining("what can be chosen");
    assertThat(FormRows.of("choice Result (keep|send-back)", false).columns().get(0).choices())
        .containsExactly("keep", "send-back");
  }
}
