package org.jobline.modelling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field as somebody reads it who relies on it.
 *
 * @param values all that it understands, where that is not just anything
 * @param lists the pick lists whose values it understands, where that is not just anything
 * @param columns of a table, the kinds of those that can be filled in, in their order; empty where that is no matter
 * @param when the values of other fields with which it is read
 */
record FieldRead(
    String field, Kind kind, Need need, List<String> values, List<String> lists, List<String> columns,
    Map<String, Object> when) {

  /** What the value is, as the server reads it. */
  enum Kind { TEXT, NUMBER, TICK, DATE, INSTANT, LIST, FILES }

  /** Whether the form may leave it out, must show it, or must have it filled in. */
  enum Need { MAY, SHOWN, FILLED_IN }

  /** It may be there or not. */
  static FieldRead may(String field, Kind kind) {
    return new FieldRead(field, kind, Need.MAY, List.of(), List.of(), List.of(), Map.of());
  }

  /** Without it some orders could not go on, but it may be left empty. */
  static FieldRead shows(String field, Kind kind) {
    return new FieldRead(field, kind, Need.SHOWN, List.of(), List.of(), List.of(), Map.of());
  }

  static FieldRead must(String field, Kind kind) {
    return new FieldRead(field, kind, Need.FILLED_IN, List.of(), List.of(), List.of(), Map.of());
  }

  FieldRead of(String... all) {
    return new FieldRead(field, kind, need, List.of(all), lists, columns, when);
  }

  FieldRead from(String... names) {
    return new FieldRead(field, kind, need, values, List.of(names), columns, when);
  }

  /** @param kinds as {@link org.jobline.action.FormRows} names them, in small letters */
  FieldRead columns(String... kinds) {
    return new FieldRead(field, kind, need, values, lists, List.of(kinds), when);
  }

  FieldRead when(String other, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(when);
    more.put(other, value);
    return new FieldRead(field, kind, need, values, lists, columns, more);
  }
}
