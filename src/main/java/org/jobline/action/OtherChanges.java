package org.jobline.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jobline.order.Journal;
import org.jobline.order.Order;
import org.jobline.order.OrderEvent;
import org.jobline.platform.error.ChangedFieldsException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds a submission against what other actions changed since its form was opened (domain/agent-actions.md, Two people
 * on one order). Which change a field would overwrite, the form says by the property {@code overwrites}: the name the
 * events have for it. Where an order has several of the kind, {@code overwritesOf} is the field that says which.
 */
@Component
class OtherChanges {

  private final Journal journal;
  private final ObjectMapper json;

  OtherChanges(Journal journal, ObjectMapper json) {
    this.journal = journal;
    this.json = json;
  }

  /**
   * @param fields what is to be taken: as submitted, but what its user left as it was is as others have made it
   * @param overwritten what others changed and the submission would change again
   */
  record Outcome(Map<String, Object> fields, List<ChangedFieldsException.Change> overwritten) {}

  private record Change(OrderEvent event, JsonNode from, JsonNode to) {}

  /**
   * @param shown the keys of the fields that showed a value of the order, or that it has none
   * @param submitted as it came
   * @param typed the same, after the checks of the form
   * @param openedOn the last event when the form was opened
   * @param toldOf the last event when a submission was refused and its user told of the changes
   */
  Outcome merge(
      FormDefinition form, Set<String> shown, Map<String, Object> submitted, Fields typed, Order order,
      int openedOn, int toldOf) {
    List<OrderEvent> since = order.nextEvent() - 1 > openedOn ? journal.since(order.number(), openedOn) : List.of();
    Map<String, Object> fields = new LinkedHashMap<>(submitted);
    List<ChangedFieldsException.Change> overwritten = new ArrayList<>();
    for (FormField field : form.fields()) {
      List<Change> changes = field.overwrites() == null || !submitted.containsKey(field.key())
          ? List.of() : changes(since, field, typed);
      if (changes.isEmpty()) {
        continue;
      }
      Change last = changes.get(changes.size() - 1);
      String before = text(changes.get(0).from(), field);
      String now = text(last.to(), field);
      String mine = text(typed.asMap().get(field.key()));
      if (shown.contains(field.key()) && mine.equals(before)) {
        fields.put(field.key(), last.to().isNull() ? null : value(last.to()));
      } else if (isWritten(field, mine, shown) && !mine.equals(now) && !now.equals(before)
          && last.event().sequence() > toldOf) {
        overwritten.add(new ChangedFieldsException.Change(field.key(), field.label(), orNull(before), orNull(now),
            last.event().agent(), last.event().at(), last.event().label()));
      }
    }
    return new Outcome(fields, overwritten);
  }

  /** What a form does not show is not taken away by leaving its field empty. */
  private static boolean isWritten(FormField field, String mine, Set<String> shown) {
    return shown.contains(field.key())
        || !mine.isEmpty() && !(field.type() == FormField.Type.TICK && mine.equals("false"));
  }

  private List<Change> changes(List<OrderEvent> events, FormField field, Fields typed) {
    List<Change> changes = new ArrayList<>();
    for (OrderEvent event : events) {
      JsonNode fields = read(event);
      JsonNode change = fields.path("changes").path(field.overwrites());
      if (change.isObject() && isOfTheSame(field, fields, typed)) {
        changes.add(new Change(event, change.path("from"), change.path("to")));
      }
    }
    return changes;
  }

  private static boolean isOfTheSame(FormField field, JsonNode fields, Fields typed) {
    return field.overwritesOf() == null
        || text(typed.asMap().get(field.overwritesOf())).equals(fields.path(field.overwritesOf()).asText());
  }

  private JsonNode read(OrderEvent event) {
    try {
      return json.readTree(event.fields());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Events are written as JSON", e);
    }
  }

  private Object value(JsonNode node) {
    return node.isNumber() ? node.asText() : json.convertValue(node, Object.class);
  }

  private static String text(@Nullable Object typed) {
    return typed == null ? "" : typed instanceof BigDecimal number ? plain(number) : typed.toString();
  }

  private static String text(JsonNode node, FormField field) {
    String text = node.isNull() ? "" : node.isValueNode() ? node.asText() : node.toString();
    return field.type() == FormField.Type.NUMBER ? number(text).map(OtherChanges::plain).orElse(text) : text;
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
