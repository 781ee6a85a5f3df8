package org.jobline.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jobline.action.Agent;
import org.jobline.action.Channel;
import org.jobline.action.Intake;
import org.jobline.action.Submission;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.order.OrderTypes;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the body of a request that logs an order: its type and channel, and the fields of the start form. */
@Component
class NewOrderReader {

  private final Intake intake;
  private final OrderTypes types;

  NewOrderReader(Intake intake, OrderTypes types) {
    this.intake = intake;
    this.types = types;
  }

  /** @throws InvalidFieldsException when orders of this type can't be logged */
  OrderNumber log(Agent agent, Map<String, Object> body) {
    Map<String, Object> fields = new LinkedHashMap<>(body);
    OrderType type = type(fields.remove("type"));
    Channel channel = channel(fields.remove("channel"));
    Object spokeTo = fields.remove("spokeTo");
    flatten(fields, "contact", Map.of("name", "contactName", "phone", "contactPhone"));
    flatten(fields, "schedule", Map.of("kind", "scheduleKind", "from", "scheduleFrom", "to", "scheduleTo"));
    return intake.log(agent, type, Submission.of(fields, channel, spokeTo));
  }

  /** The contract groups contact and schedule; the form has their parts side by side. */
  private static void flatten(Map<String, Object> fields, String group, Map<String, String> parts) {
    Object value = fields.remove(group);
    if (value instanceof Map<?, ?> values) {
      values.forEach((part, content) -> {
        String field = parts.get(String.valueOf(part));
        if (field == null) {
          throw new InvalidFieldsException(
              group + "." + part, "isn't known; " + group + " has " + parts.keySet() + ".");
        }
        fields.put(field, content);
      });
    } else if (value != null) {
      throw new InvalidFieldsException(group, "must be an object with " + parts.keySet() + ".");
    }
  }

  /** Left out, it is the first one. */
  private OrderType type(@Nullable Object value) {
    List<String> names = types.all().stream().map(OrderType::name).toList();
    String name = value == null ? names.get(0) : value.toString().toUpperCase(Locale.ROOT);
    return types.named(name).orElseThrow(() -> new InvalidFieldsException("type",
        "must be " + (names.size() > 1 ? "one of " : "") + String.join(", ", names) + "."));
  }

  private static @Nullable Channel channel(@Nullable Object value) {
    try {
      return value == null ? null : Channel.valueOf(value.toString());
    } catch (IllegalArgumentException e) {
      throw new InvalidFieldsException("channel", "must be AGENT, CALL_IN or CALL_OUT.");
    }
  }
}
