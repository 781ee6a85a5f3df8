package org.jobline.action;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One input of a form with the checks the form asks for.
 *
 * @param values what may be chosen, empty when it is no choice or the choices come from a pick list
 * @param pickList name of the {@link PickList} that fills and checks it, null for none
 * @param isSelectFromPickList whether the form expects the whole list with the task, not by type-ahead
 * @param overwrites what events call the value of the order that the field changes, null when it adds something
 * @param overwritesOf the field that says which of several such values it is, null when an order has one
 * @param hiddenIf FEEL condition under which the field is not shown and not read, null for none
 * @param rows what a text that is a table consists of, null for any other field
 * @param isOfFiles whether it takes several files
 * @param filedAs the type of document that what it takes is filed as, null where the form does not say
 * @param isPersonal whether it is about a person: a name, a number, or free text that may name one
 */
record FormField(
    String key,
    Type type,
    String label,
    boolean required,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Integer decimalDigits,
    @Nullable Pattern pattern,
    List<String> values,
    @Nullable String pickList,
    boolean isSelectFromPickList,
    @Nullable String overwrites,
    @Nullable String overwritesOf,
    @Nullable String hiddenIf,
    @Nullable FormRows rows,
    boolean isOfFiles,
    @Nullable String filedAs,
    boolean isPersonal) {

  /** What the form library calls the field, and what its value is here. */
  enum Type {
    TEXT, NUMBER, TICK, DATE, INSTANT, LIST
  }
}
