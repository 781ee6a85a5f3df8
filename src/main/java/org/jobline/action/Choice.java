package org.jobline.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a pick list; the property names are those form-js expects.
 *
 * @param figures what a table shows beside it where nothing is typed, by the names the list has for it; null for nothing
 */
public record Choice(
    String value, String label,
    @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, List<Figure>> figures) {

  /** @param from the quantity from which it holds, such as that of a cheaper price */
  public record Figure(BigDecimal from, BigDecimal value) {}

  public Choice(String value, String label) {
    this(value, label, null);
  }

  /** What stands beside a choice makes it no other one. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Choice choice && value.equals(choice.value) && label.equals(choice.label);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, label);
  }
}
